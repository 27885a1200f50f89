package dev.producerdiscovery.worker.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.engine.EngineKit;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks of which each takes 10 ms by the worker's clock, at a queue on which the server needs that long for a check. */
class ClaimsTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final String ENQUEUED_AN_HOUR_AGO =
            "update pgmq.q_artist_discovery set vt = vt - interval '1 hour' where read_ct = 0";

    private final WorkerBench bench = new WorkerBench();
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger looksNow = new AtomicInteger();
    private final String lowWaterMark = bench.owner()
            .sql("select pg_get_functiondef('worker_low_water(text)'::regprocedure)")
            .query(String.class)
            .single();
    private final Claims claims = new Claims(QUEUE, parts(), looksNow::incrementAndGet);

    private EngineParts parts() {
        return new EngineKit(bench.pool(), bench.database().worker())
                .measuringBy(() -> time.updateAndGet(now -> now.plusMillis(10)))
                .parts();
    }

    @BeforeEach
    void checksAreSlow() {
        bench.owner()
                .sql(lowWaterMark.replace("right_now timestamptz := clock_timestamp()", """
                        right_now timestamptz := clock_timestamp() - interval '10 milliseconds'"""))
                .update();
    }

    @AfterEach
    void checksAreAsTheyWere() {
        bench.owner().sql(lowWaterMark).update();
        bench.close();
    }

    private List<String> claimed() {
        return claims.byThemselves(10).messages().stream()
                .map(ClaimedMessage::body)
                .toList();
    }

    /** The look that was slow has led to a mark. */
    private void awaitMark() {
        claims.byThemselves(10);
        await().atMost(Duration.ofSeconds(10)).until(() -> claims.nextDue().toMillis() < 5_000);
    }

    @Test
    void what_came_to_lie_behind_the_mark_is_found_by_the_next_check() {
        awaitMark();
        bench.send("{}");
        bench.owner().sql(ENQUEUED_AN_HOUR_AGO).update();

        assertThat(claimed()).as("by a look that begins at the mark").isEmpty();
        time.updateAndGet(now -> now.plusSeconds(2));
        assertThat(claimed()).as("by the look that has a check made").isEmpty();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(looksNow).hasValue(1));
        assertThat(claimed()).containsExactly("{}");
    }

    @Test
    void what_is_sent_now_is_found_at_once_behind_a_mark_and_without_one() {
        bench.send("{}");
        assertThat(claimed()).containsExactly("{}");
        awaitMark();

        bench.send("{}");

        assertThat(claims.nextDue()).isEqualTo(Duration.ZERO);
        assertThat(claimed()).containsExactly("{}");
    }
}
