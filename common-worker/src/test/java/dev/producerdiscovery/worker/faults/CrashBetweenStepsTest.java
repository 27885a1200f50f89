package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.TestWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Crashes at every step of fetch, handle and settle, one after the other; a step is a trip to the database or Redis. */
class CrashBetweenStepsTest {

    /** So many crashes are tried side by side, each on a queue of its own. */
    private static final int LANES = 4;

    private static final List<String> TRIPS_TO_THE_DATABASE =
            List.of("to_regprocedure", "claim_", "into effects", "send_", "archive_", "commit");

    private static final List<String> ALL_STEPS = Stream.concat(
                    TRIPS_TO_THE_DATABASE.stream(), Stream.of("mark begun", "mark completed"))
            .toList();

    /** What a process does now and then, whatever it works on. */
    private static final List<String> UPKEEP = List.of(
            "listen ",
            "pg_notify",
            "worker_heartbeat",
            "worker_leave",
            "worker_next_due",
            "worker_low_water",
            "worker_extend");

    /** Made only when a message comes again after a crash. */
    private static final List<String> AFTERWARDS = List.of("worker_alone", "worker_release");

    private static final Tuning TUNING = Tuning.QUICK
            .lease(Duration.ofSeconds(1))
            .safetyPoll(Duration.ofSeconds(1))
            .grace(Duration.ZERO);

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final Redis redis = site.add(Redis.of(database.redisUrl()));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_process_that_ends_before_any_step_leaves_its_work_to_the_next_one() throws Exception {
        crashAtEach(ALL_STEPS, Crash.Of.PROCESS, Crash.Side.BEFORE);
    }

    @Test
    void a_process_that_ends_after_any_step_leaves_its_work_to_the_next_one() throws Exception {
        crashAtEach(ALL_STEPS, Crash.Of.PROCESS, Crash.Side.AFTER);
    }

    @Test
    void a_connection_that_ends_before_any_step_changes_nothing() throws Exception {
        crashAtEach(TRIPS_TO_THE_DATABASE, Crash.Of.CONNECTION, Crash.Side.BEFORE);
    }

    @Test
    void an_answer_that_is_lost_after_any_step_even_a_commit_changes_nothing() throws Exception {
        crashAtEach(TRIPS_TO_THE_DATABASE, Crash.Of.CONNECTION, Crash.Side.AFTER);
    }

    /** One run for each time that a kind of step is made, with a message alone and with several that may settle together. */
    private void crashAtEach(List<String> kinds, Crash.Of of, Crash.Side side) throws Exception {
        BlockingQueue<Lane> free = new ArrayBlockingQueue<>(LANES);
        for (int lane = 1; lane <= LANES; lane++) {
            free.add(new Lane("lane_" + lane));
        }
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (String kind : kinds) {
            for (int messages : new int[] {1, 3}) {
                sweeps.add(() -> {
                    Lane lane = free.take();
                    try {
                        return lane.crashesAtEach(of, side, kind, messages);
                    } finally {
                        free.add(lane);
                    }
                });
            }
        }
        try (ExecutorService sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> crashes : sideBySide.invokeAll(sweeps)) {
                assertThat(crashes.get()).isPositive();
            }
        }
        assertThat(met)
                .as("every step is of a kind that is tried")
                .allMatch(step -> Stream.of(ALL_STEPS, UPKEEP, AFTERWARDS)
                        .flatMap(List::stream)
                        .anyMatch(step::contains));
    }

    /** A queue and the one that its messages lead to, for one crash after the other. */
    private final class Lane {
        private final String queue;
        private final String next;
        private int sent;

        Lane(String queue) {
            this.queue = queue;
            this.next = queue + "_next";
            site.register(queue);
            site.register(next);
        }

        int crashesAtEach(Crash.Of of, Crash.Side side, String kind, int messages) {
            int crashes = 0;
            while (crashes(new Crash(of, side, kind, crashes + 1), messages)) {
                crashes++;
            }
            return crashes;
        }

        /** @return whether the step at which the crash was to happen was made */
        boolean crashes(Crash crash, int messages) {
            Crew crew = site.add(new Crew(new Watched(site.worker(), crash), TUNING, 2))
                    .remembering(queues -> new CrashingMarks(redis.marks(queues), crash));
            for (int message = 1; message <= messages; message++) {
                send();
            }
            crew.start(worker(crew.jdbc()));
            soon().until(() ->
                    crash.crashedAt().isPresent() || (site.archived(queue) == sent && crash.made("mark completed")));
            if (crash.gone()) {
                site.expireLeases(queue);
                try (Crew heir = new Crew(site.worker(), TUNING, 2).remembering(redis::marks)) {
                    heir.start(worker(heir.jdbc()));
                    soon().until(() -> site.waiting(queue) == 0);
                }
            } else {
                soon().until(() -> site.waiting(queue) == 0);
                crew.close();
            }
            String when = "%s messages, crash at %s".formatted(messages, crash.crashedAt());
            assertThat(site.effects(queue)).as(when).hasSize(sent).doesNotHaveDuplicates();
            assertThat(site.waiting(next)).as(when).isEqualTo(sent);
            assertThat(site.archived(queue)).as(when).isEqualTo(sent);
            assertThat(site.dead(queue)).as(when).isZero();
            met.addAll(crash.met());
            return crash.crashedAt().isPresent();
        }

        private void send() {
            sent++;
            JdbcClient owner = site.owner();
            owner.sql("""
                            select pgmq.send(
                                ?::text, jsonb_build_object('value', ?::text, '_idempotencyKey', ?::text))
                            """)
                    .params(queue, Integer.toString(sent), "key:" + sent)
                    .query(Long.class)
                    .single();
        }

        private TestWorker worker(JdbcClient jdbc) {
            return new TestWorker(
                    queue,
                    (note, delivery) -> Outcome.done(outbox -> {
                        Flood.effect(jdbc, queue, note.text());
                        outbox.send(next, Map.of("value", note.text()), "next:" + note.text());
                    }),
                    Set.of());
        }
    }
}
