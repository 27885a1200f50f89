package dev.producerdiscovery.identification;

import dev.producerdiscovery.worker.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether an artist's tracks are all listed. A song that is asked about before its other releases are known costs
 * calls twice, and asks the dear sources for what an album would have told. So it waits a little, but no listing that
 * stands still holds it up. Thread-safe.
 */
final class Discoveries {

    private static final Duration FIRST_LOOK = Duration.ofMillis(200);
    private static final int LONGEST_LOOK = 25;

    private final JdbcClient jdbc;
    private final Duration patience;
    private final InstantSource clock;

    Discoveries(JdbcClient jdbc, Duration patience, InstantSource clock) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.clock = clock;
    }

    /** When to look again; empty when the song need not wait, or has waited long enough. */
    Optional<Duration> worthWaitingFor(UUID artist, Delivery delivery) {
        boolean patient = clock.instant().isBefore(delivery.enqueuedAt().plus(patience));
        return patient && isUnderWay(artist)
                ? Optional.of(FIRST_LOOK.multipliedBy(Math.clamp(delivery.readCount(), 1, LONGEST_LOOK)))
                : Optional.empty();
    }

    private boolean isUnderWay(UUID artist) {
        return jdbc.sql(
                        "select artist_is_being_listed(cast(:artist as uuid), make_interval(secs => cast(:patience as double precision)))")
                .param("artist", artist)
                .param("patience", (double) patience.toSeconds())
                .query(Boolean.class)
                .single();
    }
}
