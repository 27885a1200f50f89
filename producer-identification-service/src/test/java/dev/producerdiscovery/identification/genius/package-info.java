/** Genius as a source, with made-up pages. */
@NullMarked
package dev.producerdiscovery.identification.genius;

import org.jspecify.annotations.NullMarked;
