package dev.producerdiscovery.worker.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.Loopback;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.dedup.Deduplication.Finding;
import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisDeduplicationTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String BODY = "{\"_idempotencyKey\": \"k\"}";

    private final WorkerBench bench = new WorkerBench();
    private final List<LettuceConnectionFactory> factories = new ArrayList<>();
    private final String url = bench.database().redisUrl();
    private final StringRedisTemplate redis = redis(url);
    private final Deduplication deduplication = on(redis);

    RedisDeduplicationTest() {
        flush();
    }

    @AfterEach
    void close() {
        factories.forEach(LettuceConnectionFactory::destroy);
        bench.close();
    }

    private StringRedisTemplate redis(String server) {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                LettuceConnectionFactory.createRedisConfiguration(server),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(300))
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        factories.add(factory);
        return new StringRedisTemplate(factory);
    }

    private Deduplication on(StringRedisTemplate template) {
        Clock clock = Clock.systemUTC();
        RedisGate gate = new RedisGate(new Outage("Redis", "The test goes on.", clock), clock, Duration.ofSeconds(5));
        return new RedisDeduplication(template, gate, bench.queues(), Duration.ofMinutes(1), Duration.ofHours(1));
    }

    private void flush() {
        redis.execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushDb();
            return true;
        });
    }

    private Delivery claimed() {
        bench.queues().sendRaw(QUEUE, BODY);
        Lease lease =
                bench.queues().claim(QUEUE, LEASE, 1, 1_000_000).getFirst().lease();
        return delivery(lease.messageId(), lease.readCount());
    }

    private static Delivery delivery(long id, int readCount) {
        return new Delivery(QUEUE, id, readCount, 0, Instant.EPOCH, Optional.empty(), Optional.of("k"));
    }

    private Delivery finished() {
        Delivery done = claimed();
        deduplication.begin(done, false);
        bench.queues().archive(QUEUE, List.of(new Lease(done.messageId(), done.readCount())));
        deduplication.completed(List.of(done));
        return done;
    }

    @Test
    void work_finished_under_another_message_is_not_done_again() {
        finished();

        assertThat(deduplication.begin(claimed(), false)).isEqualTo(Finding.DONE_BEFORE);
    }

    @Test
    void work_finished_once_is_known_to_every_later_message() {
        finished();
        deduplication.begin(claimed(), false);

        assertThat(deduplication.begin(claimed(), false)).isEqualTo(Finding.DONE_BEFORE);
        assertThat(redis.getExpire("producer-discovery:done:" + QUEUE + ":k")).isGreaterThan(3000);
    }

    @Test
    void a_message_that_was_begun_and_came_back_is_done() {
        Delivery crashed = claimed();
        deduplication.begin(crashed, false);

        assertThat(deduplication.begin(crashed, false)).isEqualTo(Finding.NEW);
    }

    @Test
    void a_twin_waits_while_the_other_is_in_hand_but_not_for_ever() {
        deduplication.begin(claimed(), false);
        Delivery twin = claimed();

        assertThat(deduplication.begin(twin, false)).isEqualTo(Finding.BUSY_ELSEWHERE);
        assertThat(deduplication.begin(delivery(twin.messageId(), 4), false)).isEqualTo(Finding.NEW);
    }

    @Test
    void a_twin_does_not_wait_for_one_that_nobody_holds_any_more() {
        Delivery crashed = claimed();
        deduplication.begin(crashed, false);
        bench.owner()
                .sql("update pgmq.q_" + QUEUE + " set vt = clock_timestamp() where msg_id = ?")
                .param(crashed.messageId())
                .update();

        assertThat(deduplication.begin(delivery(crashed.messageId() + 1, 1), false))
                .isEqualTo(Finding.NEW);
    }

    @Test
    void a_message_put_back_from_the_dead_letter_queue_is_never_swallowed() {
        finished();

        assertThat(deduplication.begin(claimed(), true)).isEqualTo(Finding.NEW);
    }

    @Test
    void a_flushed_redis_costs_only_work() {
        finished();
        flush();

        assertThat(deduplication.begin(claimed(), false)).isEqualTo(Finding.NEW);
    }

    @Test
    void a_mark_that_the_database_does_not_confirm_is_not_believed() {
        Delivery delivery = claimed();
        for (String lie : List.of("completed:999999", "pending:999999", "completed:" + delivery.messageId(), "junk")) {
            redis.opsForValue().set("producer-discovery:done:" + QUEUE + ":k", lie);

            assertThat(deduplication.begin(delivery, false)).as(lie).isEqualTo(Finding.NEW);
        }
    }

    @Test
    void a_message_without_a_key_is_always_done() {
        Delivery keyless = new Delivery(QUEUE, 1, 1, 0, Instant.EPOCH, Optional.empty(), Optional.empty());

        assertThat(deduplication.begin(keyless, false)).isEqualTo(Finding.NEW);
        deduplication.completed(List.of(keyless));
        assertThat(deduplication.begin(keyless, false)).isEqualTo(Finding.NEW);
    }

    @Test
    void without_redis_everything_is_done() {
        Deduplication away = on(redis("redis://127.0.0.1:1"));

        assertThat(away.begin(claimed(), false)).isEqualTo(Finding.NEW);
        away.completed(List.of(claimed()));
    }

    @Test
    void a_redis_that_accepts_and_never_answers_is_asked_once_and_then_left_alone() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, Loopback.address())) {
            Deduplication mute = on(redis("redis://127.0.0.1:" + silent.getLocalPort()));
            Delivery delivery = claimed();
            mute.begin(delivery, false);
            Instant before = Instant.now();

            for (int i = 0; i < 100; i++) {
                assertThat(mute.begin(delivery, false)).isEqualTo(Finding.NEW);
            }

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
    }
}
