package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.worker.Refreshing;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the queue album_discovery: one page of an artist's albums.
 *
 * @param artistId the artist's database id
 * @param offset how many albums to leave out; none when missing
 * @param catalogue where they are listed; Spotify where it can be asked and knows the artist when missing
 * @param refresh true to look again at songs that are known already
 */
record AlbumDiscoveryMessage(
        UUID artistId,
        @Nullable Integer offset,
        @Nullable String catalogue,
        @Nullable Boolean refresh) implements Refreshing {

    @SuppressWarnings("NullAway") // A queue's message may lack anything.
    AlbumDiscoveryMessage {
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

    @Override
    public boolean refreshes() {
        return Boolean.TRUE.equals(refresh);
    }
}
