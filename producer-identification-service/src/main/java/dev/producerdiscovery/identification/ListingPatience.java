package dev.producerdiscovery.identification;

import dev.producerdiscovery.worker.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long a song waits until its artist's tracks are all listed. One that is asked about before its other releases are
 * known costs calls twice, and asks the dear sources for what an album would have told. But no listing that stands still
 * holds it up.
 *
 * @param patience how long a message waits at most
 */
record ListingPatience(Duration patience, InstantSource clock) {

    private static final Duration FIRST_LOOK = Duration.ofMillis(200);
    private static final int LONGEST_LOOK = 25;

    /** When to look again; empty when the message has waited long enough. */
    Optional<Duration> worthWaitingFor(Delivery delivery) {
        return clock.instant().isBefore(delivery.enqueuedAt().plus(patience))
                ? Optional.of(FIRST_LOOK.multipliedBy(Math.clamp(delivery.readCount(), 1, LONGEST_LOOK)))
                : Optional.empty();
    }
}
