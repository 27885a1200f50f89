/** Search that forgives case, accents and a slip of the finger, as the providers' does. Pure. */
@NullMarked
package dev.producerdiscovery.simulator.search;

import org.jspecify.annotations.NullMarked;
