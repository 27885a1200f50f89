package dev.producerdiscovery.worker.resilience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * The way to Redis, which may be away: after a failure nobody asks for a while, or every message would wait for a
 * time-out. Of a cluster a part may be away, and of commands some may be forbidden, so an answer is the end of an outage
 * only when there was no failure for as long. Thread-safe.
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
            if (!clock.instant().isBefore(closedUntil.plus(coolDown))) {
                outage.succeeded();
            }
            return Optional.ofNullable(answer);
        } catch (RuntimeException e) {
            log.debug("Redis did not answer", e);
            closedUntil = clock.instant().plus(coolDown);
            outage.failed(explained(e));
            return Optional.empty();
        }
    }

    /** Redis itself says no more than a number and an address. */
    private static RuntimeException explained(RuntimeException e) {
        String said = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
        return said != null && said.startsWith("MOVED ")
                ? new IllegalStateException(
                        "it is a cluster that has moved the key: name the cluster's nodes in spring.data.redis.cluster.nodes, if that is not done yet")
                : e;
    }

    /** Whether it would not even be asked now. */
    public boolean closed() {
        return clock.instant().isBefore(closedUntil);
    }
}
