package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The short waits between the attempts of one call: doubling, with full jitter. Thread-safe if its parts are. */
final class Backoff {

    private final int attempts;
    private final Duration firstDelay;
    private final RandomGenerator random;
    private final Pause pause;

    Backoff(ProviderSettings settings, RandomGenerator random, Pause pause) {
        this.attempts = settings.attempts();
        this.firstDelay = settings.retryDelay();
        this.random = random;
        this.pause = pause;
    }

    boolean isLast(int attempt) {
        return attempt >= attempts;
    }

    void beforeNext(int attempt) {
        long most = firstDelay.toMillis() << (attempt - 1);
        try {
            pause.pause(Duration.ofMillis(random.nextLong(most + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("stopped while waiting for another attempt", e);
        }
    }
}
