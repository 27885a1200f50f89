/** The whole fleet at work for long: what it holds at the end is what it held in the middle. */
@NullMarked
package dev.producerdiscovery.endtoend.soak;

import org.jspecify.annotations.NullMarked;
