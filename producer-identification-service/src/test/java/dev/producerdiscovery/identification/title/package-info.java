/** Titles as a source. */
@NullMarked
package dev.producerdiscovery.identification.title;

import org.jspecify.annotations.NullMarked;
