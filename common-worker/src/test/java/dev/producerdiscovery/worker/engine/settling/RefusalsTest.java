package dev.producerdiscovery.worker.engine.settling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineKit;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.engine.intake.Permits;
import dev.producerdiscovery.worker.engine.message.Body;
import dev.producerdiscovery.worker.engine.message.Envelope;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.engine.message.TraceContext;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose fault it is, as far as it does not need a database that refuses. */
class RefusalsTest {

    private final Throwable tooLong = new SQLException("this is a test", "57014");
    private final Throwable diskFull = new SQLException("this is a test", "53100");

    private final WorkerBench bench = new WorkerBench();
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
    private final EngineParts parts = new EngineKit(
                    bench.pool(), bench.database().worker())
            .measuringBy(() -> time.updateAndGet(now -> now.plusMillis(1)))
            .parts();
    private final Permits permits = new Permits(Set.of(), parts);
    private final Refusals refusals = new Refusals(WorkerBench.QUEUE, permits, parts);

    @AfterEach
    void close() {
        bench.close();
    }

    private InFlight claimed() {
        bench.send("{}");
        ClaimedMessage message = bench.queues()
                .claim(WorkerBench.QUEUE, Duration.ofSeconds(30), 1, 1_000)
                .getFirst();
        Delivery delivery = new Delivery(
                WorkerBench.QUEUE,
                message.lease().messageId(),
                message.lease().readCount(),
                0,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
        TraceContext trace = new TraceContext("0".repeat(32), "0".repeat(16), "00");
        return new InFlight(
                message,
                new Envelope(delivery, new Body.Stored(), 0, false, 0, trace),
                parts.steady().instant());
    }

    /** The same message, delivered anew. */
    private InFlight again(InFlight message) {
        bench.owner()
                .sql("update pgmq.q_" + WorkerBench.QUEUE + " set vt = clock_timestamp() where msg_id = "
                        + message.id())
                .update();
        ClaimedMessage anew = bench.queues().claim(WorkerBench.QUEUE, Duration.ofSeconds(30), 10, 1_000).stream()
                .filter(one -> one.lease().messageId() == message.id())
                .findFirst()
                .orElseThrow();
        return new InFlight(anew, message.envelope(), parts.steady().instant());
    }

    private void ended(Ending ending) {
        Delivery other = new Delivery(WorkerBench.QUEUE, -1, 1, 0, Instant.EPOCH, Optional.empty(), Optional.empty());
        refusals.settled(List.of(new Ended(other, ending, "", null, false, Duration.ZERO)), true);
    }

    @Test
    void a_delivery_that_is_refused_again_because_its_group_was_is_refused_once() {
        InFlight message = claimed();
        Optional<Duration> wait = refusals.waitFor(message, tooLong);
        assertThat(wait).isPresent();
        ended(Ending.DONE);

        assertThat(refusals.waitFor(message, tooLong)).isEqualTo(wait);
        assertThat(refusals.ongoing()).isFalse();

        assertThat(refusals.waitFor(again(message), tooLong))
                .as("the next delivery, others having been served since")
                .isEmpty();
    }

    @Test
    void a_full_disk_is_nobodys_fault_until_patience_has_ended_and_others_are_served() {
        InFlight message = claimed();
        assertThat(refusals.waitFor(message, diskFull)).isPresent();
        ended(Ending.DONE);
        message = again(message);
        assertThat(refusals.waitFor(message, diskFull)).isPresent();

        time.updateAndGet(now -> now.plus(parts.settings().maxHandlingTime().multipliedBy(5)));
        message = again(message);
        assertThat(refusals.waitFor(message, diskFull)).isPresent();
        time.updateAndGet(now -> now.plus(parts.settings().maxHandlingTime().multipliedBy(2)));
        ended(Ending.DONE);

        assertThat(refusals.waitFor(again(message), diskFull)).isEmpty();
    }

    @Test
    void any_ending_that_was_written_shows_that_the_database_serves() {
        refusals.waitFor(claimed(), diskFull);
        refusals.waitFor(claimed(), diskFull);
        assertThat(refusals.ongoing()).isTrue();
        assertThat(permits.oneAtATime()).isTrue();

        ended(Ending.THROTTLED);

        assertThat(refusals.ongoing()).isFalse();
        assertThat(permits.oneAtATime()).isFalse();
    }

    @Test
    void of_two_holds_the_later_end_counts() {
        permits.holdFor(Duration.ofMinutes(5));
        permits.holdFor(Duration.ofMinutes(1));

        assertThat(permits.closedFor()).isGreaterThan(Duration.ofMinutes(4));
    }
}
