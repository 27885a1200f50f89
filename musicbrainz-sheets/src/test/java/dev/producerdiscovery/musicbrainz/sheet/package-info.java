/** What MusicBrainz says of releases, with made-up ones. */
@NullMarked
package dev.producerdiscovery.musicbrainz.sheet;

import org.jspecify.annotations.NullMarked;
