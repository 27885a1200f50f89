package dev.producerdiscovery.catalog.tracks;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A song in a list of results, shown by the track that represents it. */
record FoundTrack(
        UUID id,
        String name,
        UUID artistId,
        String artistName,
        String albumName,
        @Nullable LocalDate releaseDate,
        long producers) {}
