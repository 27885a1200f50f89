package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.handling.Verdict;
import dev.producerdiscovery.worker.engine.intake.Permits;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.time.Duration;
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

    /** What a handler asks for beyond it was hardly meant; the database refuses ten years. */
    private static final Duration LONGEST_RETRY = Duration.ofDays(366);

    private static final Duration SHORTEST_DELAY = Duration.ofMillis(500);

    private final String queue;
    private final PgmqClient queues;
    private final Permits permits;
    private final Refusals refusals;
    private final Attempts attempts;
    private final JsonMapper json;
    private final InstantSource clock;

    Returns(String queue, EngineParts parts, Permits permits, Refusals refusals, Attempts attempts) {
        this.queue = queue;
        this.queues = parts.queues();
        this.permits = permits;
        this.refusals = refusals;
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
            case Verdict.Refused refused -> refuse(message, refused);
        };
    }

    private Conclusion delay(InFlight message, Duration delay, Conclusion conclusion) {
        Duration wait = between(Duration.ZERO, delay, LONGEST_RETRY);
        boolean held = !queues.release(queue, List.of(message.lease()), wait).isEmpty();
        return held ? conclusion : Conclusion.lost();
    }

    /**
     * A provider that every message of this queue needs stops the reading, and its message waits in the queue like the
     * others. Any other provider delays this message only.
     */
    private Duration throttle(Outcome.Throttled throttled) {
        boolean required = permits.requires(throttled.provider());
        Duration wait = between(
                SHORTEST_DELAY,
                Duration.between(clock.instant(), throttled.until()),
                required ? LONGEST_HOLD : LONGEST_DELAY);
        if (required) {
            permits.hold(throttled.provider(), wait);
            return Duration.ZERO;
        }
        return wait;
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

    private Conclusion refuse(InFlight message, Verdict.Refused refused) {
        return refusals.waitFor(message, refused.cause())
                .map(wait -> delay(message, wait, new Conclusion(Ending.RETRY_LATER, refused.error())))
                .orElseGet(() -> fail(message, new Verdict.Failed(refused.error(), refused.cause(), false)));
    }

    private Conclusion bury(InFlight message, int failures, String reason) {
        String metadata = json.createObjectNode()
                .put("read_count", message.lease().readCount())
                .toString();
        // PostgreSQL keeps no NUL in a text, and a dead letter without a reason helps nobody.
        String told = reason.isBlank() ? "no reason was given" : reason.replace('\0', ' ');
        boolean held = queues.dead(queue, message.lease(), failures, told, metadata);
        return held ? new Conclusion(Ending.DEAD, told) : Conclusion.lost();
    }

    private static Delivery delivery(InFlight message) {
        return message.envelope().delivery();
    }

    private static Duration between(Duration least, Duration wait, Duration most) {
        if (wait.compareTo(least) < 0) {
            return least;
        }
        return wait.compareTo(most) > 0 ? most : wait;
    }
}
