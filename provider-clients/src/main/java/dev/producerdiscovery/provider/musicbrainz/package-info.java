/** MusicBrainz: the credits of a whole release in one call, once its Spotify album is mapped to it. */
@NullMarked
package dev.producerdiscovery.provider.musicbrainz;

import org.jspecify.annotations.NullMarked;
