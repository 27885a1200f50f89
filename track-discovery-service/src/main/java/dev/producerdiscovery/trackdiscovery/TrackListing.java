package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyTrack;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of an album's tracks as Spotify gave it.
 *
 * @param album the album in full, where the page came with it
 * @param nextOffset where the next page begins; empty after the last one
 */
record TrackListing(Optional<SpotifyAlbum> album, List<SpotifyTrack> tracks, OptionalInt nextOffset) {}
