/** MusicBrainz as a source, with made-up releases. */
@NullMarked
package dev.producerdiscovery.identification.musicbrainz;

import org.jspecify.annotations.NullMarked;
