/** Puts the simulator together: its configuration, the catalogue, and the way of every call to a provider's face. */
@NullMarked
package dev.producerdiscovery.simulator;

import org.jspecify.annotations.NullMarked;
