package dev.producerdiscovery.catalog.producers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A song that a producer is credited on, in all its releases, shown by the track that represents it.
 *
 * @param produced whether one of the roles makes the person a producer of the song
 * @param confidence of the surest of the credits, 0 to 1
 * @param source the strongest source of that credit
 */
record ProducerSong(
        UUID trackId,
        String name,
        UUID artistId,
        String artistName,
        UUID albumId,
        String albumName,
        @Nullable LocalDate releaseDate,
        List<String> roles,
        boolean produced,
        double confidence,
        String verification,
        String source,
        @Nullable Integer popularity) {}
