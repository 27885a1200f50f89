package dev.producerdiscovery.worker.engine.intake;

import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerSettings;
import dev.producerdiscovery.worker.pgmq.ClaimRequest;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Leases the next messages of a queue. Thread-safe. */
public final class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    /** Bytes. A body that is larger comes by itself when its turn has come, for all slots together must fit into memory. */
    private static final int LARGE_BODY = 16 * 1024;

    private final String queue;
    private final EngineParts parts;
    private final LowWaterMark mark;

    /** @param lookNow is told when something may be due that was passed over */
    public Claims(String queue, EngineParts parts, Runnable lookNow) {
        this.queue = queue;
        this.parts = parts;
        this.mark = new LowWaterMark(() -> parts.queues().lowWater(queue), lookNow, parts.steady());
    }

    /**
     * In a transaction of its own, which does not wait for the disk. If the server crashes before it is written, the
     * messages were never read: they come again with the same lease. Then two may work on one, and the first of them that
     * acknowledges it makes the other's settlement fail.
     *
     * @param atMost as many as there are slots for
     */
    Claimed byThemselves(int atMost) {
        return next(atMost, false);
    }

    /** As a step of a settlement, with whose commit the leases count. */
    public Claimed alongWithSettlement(int atMost) {
        return next(atMost, true);
    }

    /** Time until something is to be claimed or to be looked for, at most until the next safety poll. */
    Duration nextDue() {
        Duration safetyPoll = parts.settings().safetyPoll();
        Optional<Duration> due = parts.queues().nextDue(queue, mark.get(), safetyPoll);
        return Stream.of(due, mark.nextCheck(), Optional.of(safetyPoll))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The largest body that is read together with others. */
    public static long mostAtOnce(WorkerSettings settings) {
        return Math.min(LARGE_BODY, settings.maxBody().toBytes());
    }

    private Claimed next(int atMost, boolean flush) {
        WorkerSettings settings = parts.settings();
        Instant from = mark.get();
        Instant before = parts.steady().instant();
        List<ClaimedMessage> messages = parts.queues()
                .claim(queue, new ClaimRequest(settings.lease(), atMost, mostAtOnce(settings), from, flush));
        Duration took = Duration.between(before, parts.steady().instant());
        Optional<Instant> at = messages.stream()
                .findFirst()
                .map(message -> message.leasedUntil().minus(settings.lease()));
        if (mark.looked(from, took, messages.size() < atMost, at)) {
            // Aside, because it is slow and messages that are due must not wait for it.
            Thread.ofVirtual().name("worker-check-" + queue).start(this::check);
        }
        return new Claimed(messages, before);
    }

    private void check() {
        try {
            mark.check();
        } catch (DataAccessException e) {
            log.debug("Could not look at {} from its beginning; it is tried again", queue, e);
        }
    }
}
