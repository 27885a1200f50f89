/** How each provider behaves at the moment: its limits and quotas, and the faults that somebody asked for. */
@NullMarked
package dev.producerdiscovery.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
