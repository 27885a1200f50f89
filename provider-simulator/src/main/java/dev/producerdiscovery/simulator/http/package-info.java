/** What is answered to callers who make mistakes, whoever is simulated: 5xx is for the faults that were asked for. */
@NullMarked
package dev.producerdiscovery.simulator.http;

import org.jspecify.annotations.NullMarked;
