/** Answers as Meta's Business Discovery does: professional accounts only, all others look as if they did not exist. */
@NullMarked
package dev.producerdiscovery.simulator.instagram;

import org.jspecify.annotations.NullMarked;
