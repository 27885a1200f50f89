/**
 * MusicBrainz as a source: albums are mapped by their Spotify links, a hundred at a time, and a release is read once for
 * all its songs. An ISRC is asked for only when no release knew the song. Where a dump of MusicBrainz was imported, that
 * is asked first.
 */
@NullMarked
package dev.producerdiscovery.identification.musicbrainz;

import org.jspecify.annotations.NullMarked;
