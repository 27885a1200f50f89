package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Puts back messages that are not done: visible again now or later, or in the dead letter queue. */
final class Returns {

    /** A message that only one of several providers holds up looks again this often. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    /** A spent bucket of a required provider is tried again this often: another message may need another bucket. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private static final Duration SHORTEST_DELAY = Duration.ofMillis(500);

    private final String queue;
    private final PgmqClient queues;
    private final Permits permits;
    private final Attempts attempts;
    private final JsonMapper json;
    private final InstantSource clock;

    Returns(String queue, EngineParts parts, Permits permits, Attempts attempts) {
        this.queue = queue;
        this.queues = parts.queues();
        this.permits = permits;
        this.attempts = attempts;
        this.json = parts.json();
        this.clock = parts.clock();
    }

    Conclusion giveBack(InFlight message, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Decided(Outcome.RetryLater later) ->
                delay(message, later.delay(), new Conclusion(Ending.RETRY_LATER, later.reason()));
            case Verdict.Decided(Outcome.Throttled throttled) ->
                delay(message, throttle(throttled), new Conclusion(Ending.THROTTLED, throttled.reason()));
            case Verdict.Decided(Outcome.Dead dead) ->
                bury(message, delivery(message).failures(), dead.reason());
            case Verdict.Decided(Outcome other) -> throw new IllegalArgumentException("nothing to give back: " + other);
            case Verdict.Failed failed -> fail(message, failed);
        };
    }

    private Conclusion delay(InFlight message, Duration delay, Conclusion conclusion) {
        Duration wait = delay.isNegative() ? Duration.ZERO : delay;
        boolean held = !queues.release(queue, List.of(message.lease()), wait).isEmpty();
        return held ? conclusion : Conclusion.lost();
    }

    /**
     * A provider that every message of this queue needs stops the reading, and its message waits in the queue like the
     * others. Any other provider delays this message only.
     */
    private Duration throttle(Outcome.Throttled throttled) {
        Instant now = clock.instant();
        if (permits.requires(throttled.provider())) {
            permits.hold(throttled.provider(), earlier(throttled.until(), now.plus(LONGEST_HOLD)));
            return Duration.ZERO;
        }
        Duration until = Duration.between(now, earlier(throttled.until(), now.plus(LONGEST_DELAY)));
        return until.compareTo(SHORTEST_DELAY) < 0 ? SHORTEST_DELAY : until;
    }

    private Conclusion fail(InFlight message, Verdict.Failed failed) {
        int failures = delivery(message).failures() + 1;
        Optional<Duration> wait = attempts.waitAfter(failures);
        if (wait.isEmpty()) {
            return bury(message, failures, "failed " + failures + " times, the last time: " + failed.error());
        }
        boolean held = queues.fail(queue, message.lease(), failures, failed.error(), wait.get());
        return held
                ? new Conclusion(
                        Ending.FAILED,
                        "attempt " + failures + " of " + attempts.max() + " failed, the next in "
                                + wait.get().toMillis() + " ms: " + failed.error())
                : Conclusion.lost();
    }

    private Conclusion bury(InFlight message, int failures, String reason) {
        String metadata = json.createObjectNode()
                .put("read_count", message.lease().readCount())
                .toString();
        boolean held = queues.dead(queue, message.lease(), failures, reason, metadata);
        return held ? new Conclusion(Ending.DEAD, reason) : Conclusion.lost();
    }

    private static Delivery delivery(InFlight message) {
        return message.envelope().delivery();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
