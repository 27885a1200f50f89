package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Pause;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The attempts of one call, with short waits between them. Thread-safe if its parts are. */
final class Retries {

    /** Beyond what anybody configures: a call is held up by its waits. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final int attempts;
    private final Backoff backoff;
    private final Pause pause;

    Retries(ProviderSettings settings, RandomGenerator random, Pause pause) {
        this.attempts = settings.attempts();
        this.backoff = new Backoff(settings.retryDelay(), LONGEST_WAIT, random);
        this.pause = pause;
    }

    boolean isLast(int attempt) {
        return attempt >= attempts;
    }

    void beforeNext(int attempt) {
        if (!pause.sleep(backoff.delay(attempt))) {
            throw new TransientFailure("stopped while waiting for another attempt");
        }
    }
}
