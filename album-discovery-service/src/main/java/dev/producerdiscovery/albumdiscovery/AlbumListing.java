package dev.producerdiscovery.albumdiscovery;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of an artist's albums.
 *
 * @param nextOffset where the next page begins; empty after the last one
 * @param total how many albums the artist has, where it is worth an estimate
 * @param whole what is to be noted of a list that came at once; null where it comes by pages or was noted already
 */
record AlbumListing(
        List<Entry> albums,
        OptionalInt nextOffset,
        OptionalInt total,
        @Nullable Whole whole) {

    AlbumListing {
        albums = List.copyOf(albums);
    }

    /** An album of the list. */
    sealed interface Entry {

        /** An album as the catalogue has it now, perhaps for the first time. */
        record Read(@Nullable String spotifyId, AlbumData data) implements Entry {

            /** By which the catalogue knows it. */
            String id() {
                return data.musicbrainzId() != null ? data.musicbrainzId() : String.valueOf(spotifyId);
            }
        }

        /** An album that was stored when the list was read, which is not long ago. */
        record Stored(UUID id, String name) implements Entry {}
    }

    /**
     * A list as a whole.
     *
     * @param releases how many were read
     * @param leftOut how many there are beyond these
     * @param holdsFor how long it need not be read again
     */
    record Whole(int releases, int leftOut, Duration holdsFor) {}
}
