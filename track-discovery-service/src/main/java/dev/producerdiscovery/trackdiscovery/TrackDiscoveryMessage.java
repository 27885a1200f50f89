package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.worker.Refreshing;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the queue track_discovery: one page of an album's tracks.
 *
 * @param albumId the album's database id
 * @param albumName for people who look at the queue
 * @param artistId the database id of the artist whose album it is taken for
 * @param offset how many tracks to leave out; none when missing
 * @param catalogue where they are listed; Spotify where it can be asked and has the album when missing
 * @param refresh true to look again at songs that are known already
 */
record TrackDiscoveryMessage(
        UUID albumId,
        @Nullable String albumName,
        UUID artistId,
        @Nullable Integer offset,
        @Nullable String catalogue,
        @Nullable Boolean refresh)
        implements Refreshing {

    @SuppressWarnings("NullAway") // A queue's message may lack anything.
    TrackDiscoveryMessage {
        if (albumId == null) {
            throw new IllegalArgumentException("albumId is missing");
        }
        if (artistId == null) {
            throw new IllegalArgumentException("artistId is missing");
        }
        if (offset != null && offset < 0) {
            throw new IllegalArgumentException("offset must not be negative, but is " + offset);
        }
        MusicCatalogue.asked(catalogue);
    }

    /** Empty when the message does not say. */
    Optional<MusicCatalogue> listedBy() {
        return MusicCatalogue.asked(catalogue);
    }

    int start() {
        return offset == null ? 0 : offset;
    }

    TrackDiscoveryMessage at(int nextOffset) {
        return new TrackDiscoveryMessage(albumId, albumName, artistId, nextOffset, catalogue, refresh);
    }

    @Override
    public boolean refreshes() {
        return Boolean.TRUE.equals(refresh);
    }
}
