package dev.producerdiscovery.trackdiscovery;

import org.jspecify.annotations.Nullable;

/**
 * What tells a song from the others of its artist.
 *
 * @param titleKey the recording key of its title
 * @param seconds null for the artist's first song of the title, the length for each further one
 */
record SongKey(String titleKey, @Nullable Integer seconds) {}
