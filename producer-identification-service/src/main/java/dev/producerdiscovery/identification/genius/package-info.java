/** Genius as a source: a search, then the page of the hit that proves to be the song. */
@NullMarked
package dev.producerdiscovery.identification.genius;

import org.jspecify.annotations.NullMarked;
