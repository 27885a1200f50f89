/** Answers as Genius' API does. */
@NullMarked
package dev.producerdiscovery.simulator.genius;

import org.jspecify.annotations.NullMarked;
