package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of an album's tracks as a catalogue gave it.
 *
 * @param album the album at Spotify in full, where the page came with it
 * @param nextOffset where the next page begins; empty after the last one
 */
record TrackListing(Optional<SpotifyAlbum> album, List<ListedTrack> tracks, OptionalInt nextOffset) {}
