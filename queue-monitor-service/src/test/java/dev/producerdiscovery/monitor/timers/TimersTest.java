package dev.producerdiscovery.monitor.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "producer-discovery.monitor.timers.stuck-messages.schedule=* * * * * *",
            "producer-discovery.monitor.timers.stuck-messages.threshold=15m",
        })
class TimersTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties(PipelineRole.OPERATOR).forEach((name, value) -> properties.add(name, () -> value));
    }

    @Autowired
    private List<Timer> timers;

    @Autowired
    private TimerRunner runner;

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @Test
    void a_stuck_message_is_set_free_by_the_clock() {
        owner.sql("select pg_enqueue('album_discovery', '{\"artistId\": \"x\"}')")
                .query(Long.class)
                .single();
        owner.sql("select pg_dequeue('album_discovery', 1, 3600)::text")
                .query(String.class)
                .single();
        owner.sql("update pgmq.q_album_discovery set last_read_at = now() - interval '16 minutes'")
                .update();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> owner.sql("select count(*) from pgmq.q_album_discovery where vt <= clock_timestamp()")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stuck-messages",
                "queue-fix",
                "recommendations",
                "stale-entities",
                "processing-states",
                "full-cleanup",
                "scaling",
                "purge",
                "stale-producers"
            })
    void every_job_runs_with_the_rights_that_the_service_has(String name) {
        Timer timer = timers.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(timer.run()).isNotBlank();
    }

    @Test
    void a_job_runs_in_one_replica_at_a_time() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        Timer slow = new Timer("slow", "-", Duration.ZERO, threshold -> {
            runs.incrementAndGet();
            started.countDown();
            awaitQuietly(end);
            return "done";
        });
        Thread first = Thread.ofVirtual().start(() -> runner.run(slow));
        started.await();
        runner.run(slow);
        end.countDown();
        first.join();
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_job_that_fails_says_so_in_the_events() {
        AtomicInteger runs = new AtomicInteger();
        Timer failing = new Timer("failing", "-", Duration.ZERO, threshold -> {
            runs.incrementAndGet();
            throw new DataIntegrityViolationException("the table is gone");
        });
        runner.run(failing);
        assertThat(owner.sql("select details->>'error' from monitoring_events where event_type = 'timer_failed'")
                        .query(String.class)
                        .list())
                .containsExactly("the table is gone");
        assertThat(runs).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
