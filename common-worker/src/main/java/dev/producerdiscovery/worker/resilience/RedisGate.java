package dev.producerdiscovery.worker.resilience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Redis, which may be away: after a failure nobody asks for a while, or every message would wait for a
 * time-out. Thread-safe.
 */
public final class RedisGate {

    private static final Logger log = LoggerFactory.getLogger(RedisGate.class);

    private final Outage outage;
    private final InstantSource clock;
    private final Duration coolDown;
    private volatile Instant closedUntil = Instant.MIN;

    public RedisGate(Outage outage, InstantSource clock, Duration coolDown) {
        this.outage = outage;
        this.clock = clock;
        this.coolDown = coolDown;
    }

    /** Redis's answer; empty when it has none, does not answer, or did not answer a moment ago. */
    public <T> Optional<T> ask(Supplier<@Nullable T> question) {
        if (closed()) {
            return Optional.empty();
        }
        try {
            T answer = question.get();
            outage.succeeded();
            return Optional.ofNullable(answer);
        } catch (RuntimeException e) {
            log.debug("Redis did not answer", e);
            closedUntil = clock.instant().plus(coolDown);
            outage.failed(e);
            return Optional.empty();
        }
    }

    /** Whether it would not even be asked now. */
    public boolean closed() {
        return clock.instant().isBefore(closedUntil);
    }
}
