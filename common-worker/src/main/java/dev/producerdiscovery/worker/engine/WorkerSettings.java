package dev.producerdiscovery.worker.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this process works on its queues.
 *
 * @param concurrency messages of one queue in hand at a time
 * @param batch most messages read at once
 * @param settleGroup most messages that share a settling transaction
 * @param lease how long a message stays invisible if this process dies; renewed at a third of it
 * @param maxHandlingTime after it a handler counts as hanging: interrupted, and the attempt failed
 * @param maxAttempts failed attempts after which a message is dead
 * @param backoffBase upper limit of the random wait after the first failure, doubled with each further one
 * @param backoffCap upper limit of any wait between attempts
 * @param safetyPoll how often a queue is looked at although nothing woke this process
 * @param gracePeriod what running handlers get when the process is told to stop
 * @param maxBody a larger body is not handled but dead
 * @param deduplicationTime how long finished work is remembered by its idempotency key
 * @param maxDeaths how often a process may have died with a message in hand before the message is dead. The first time it
 *     may have been another's doing, so at least 2
 */
@ConfigurationProperties("producer-discovery.worker")
public record WorkerSettings(
        @DefaultValue("8") int concurrency,
        @DefaultValue("50") int batch,
        @DefaultValue("16") int settleGroup,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10m") Duration maxHandlingTime,
        @DefaultValue("8") int maxAttempts,
        @DefaultValue("2s") Duration backoffBase,
        @DefaultValue("5m") Duration backoffCap,
        @DefaultValue("5s") Duration safetyPoll,
        @DefaultValue("15s") Duration gracePeriod,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("24h") Duration deduplicationTime,
        @DefaultValue("3") int maxDeaths) {

    private static final String PREFIX = "producer-discovery.worker.";

    public WorkerSettings {
        atLeast("concurrency", concurrency, 1);
        atLeast("batch", batch, 1);
        atLeast("settle-group", settleGroup, 1);
        atLeast("max-attempts", maxAttempts, 1);
        atLeast("max-deaths", maxDeaths, 2);
        atLeast("max-body (bytes)", Math.toIntExact(Math.min(maxBody.toBytes(), Integer.MAX_VALUE)), 1024);
        notShorter("lease", lease, "the shortest lease", Duration.ofSeconds(1));
        notShorter("max-handling-time", maxHandlingTime, PREFIX + "lease", lease);
        notShorter("backoff-base", backoffBase, "the shortest backoff", Duration.ofMillis(1));
        notShorter("backoff-cap", backoffCap, PREFIX + "backoff-base", backoffBase);
        notShorter("safety-poll", safetyPoll, "the shortest poll", Duration.ofMillis(100));
        notShorter("grace-period", gracePeriod, "no time", Duration.ZERO);
        notShorter("deduplication-time", deduplicationTime, "the shortest time", Duration.ofSeconds(1));
    }

    /** What applies where nothing is configured. */
    public static WorkerSettings defaults() {
        return new WorkerSettings(
                8,
                50,
                16,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                8,
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                DataSize.ofMegabytes(1),
                Duration.ofHours(24),
                3);
    }

    private static void atLeast(String property, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(PREFIX + property + " must be at least " + least + ", but is " + value);
        }
    }

    private static void notShorter(String property, Duration value, String otherName, Duration other) {
        if (value.compareTo(other) < 0) {
            throw new IllegalArgumentException(PREFIX + property + " (" + text(value) + ") must not be shorter than "
                    + otherName + " (" + text(other) + ")");
        }
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
