/** Tests of the stage as a whole, and what the tests of its parts share. */
@NullMarked
package dev.producerdiscovery.identification;

import org.jspecify.annotations.NullMarked;
