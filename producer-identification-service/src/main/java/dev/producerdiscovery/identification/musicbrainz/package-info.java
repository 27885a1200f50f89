/**
 * MusicBrainz as a source: an artist's recordings are read a hundred at a time, once for all songs, and joined to ours. What
 * they cannot have is looked for on the releases that the albums are, which are mapped by their Spotify links, a hundred at
 * a time. An ISRC is asked for only where nothing led to the artist. Where a dump of MusicBrainz was imported, that is asked
 * first.
 */
@NullMarked
package dev.producerdiscovery.identification.musicbrainz;

import org.jspecify.annotations.NullMarked;
