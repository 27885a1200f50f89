package dev.producerdiscovery.provider.spotify;

import org.jspecify.annotations.Nullable;

/**
 * An artist as named on an album or track.
 *
 * @param id null for local files
 */
public record SpotifyArtistRef(@Nullable String id, String name) {}
