package dev.producerdiscovery.catalog.artists;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A song of an artist and who produced it.
 *
 * @param asked whether any source has been asked; no producers then means that nobody is named
 */
record ArtistSong(
        UUID trackId,
        String name,
        String albumName,
        @Nullable LocalDate releaseDate,
        @Nullable Integer popularity,
        List<Maker> producers,
        boolean asked) {

    record Maker(UUID id, String name, String role, double confidence) {}
}
