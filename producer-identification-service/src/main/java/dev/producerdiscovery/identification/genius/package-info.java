/** Genius as a source: the list of an artist or a search, then the page that proves to be the song. */
@NullMarked
package dev.producerdiscovery.identification.genius;

import org.jspecify.annotations.NullMarked;
