package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.engine.Ending;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redis stopped, flushed, slow or wrong: the results are the same, at most later. */
class RedisFaultTest {

    private static final int PARENTS = 80;

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);
    private final Redis redis = site.add(Redis.patient(database.redisUrl()));
    private final TcpProxy proxy = site.add(new TcpProxy(Redis.port(database.redisUrl())));
    private final Flood flood = new Flood(site, PARENTS);
    private final List<Crew> crews = new ArrayList<>();

    RedisFaultTest() {
        redis.flush();
    }

    @AfterEach
    void close() {
        proxy.delay(Duration.ZERO);
        site.close();
    }

    private void start() {
        start(Tuning.QUICK);
    }

    private void start(Tuning tuning) {
        flood.send();
        Redis client = site.add(Redis.behind(proxy.port(), database.redisUrl()));
        Crew crew = site.crew(tuning).remembering(client::marks);
        crews.add(crew);
        crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> TimeUnit.MILLISECONDS.sleep(20)));
    }

    private void assertExactlyOnceWithoutAnyFailure() {
        flood.assertExactlyOnce();
        assertThat(crews)
                .singleElement()
                .satisfies(crew -> assertThat(crew.endings()).doesNotContain(Ending.FAILED));
    }

    private void untilAThirdIsDone() {
        soon().until(() -> flood.finished() > flood.total() / 3);
    }

    @Test
    void redis_may_stop_and_come_back() {
        start();
        untilAThirdIsDone();
        proxy.refuse(true);
        soon().until(() -> flood.finished() > flood.total() * 2 / 3);
        proxy.refuse(false);

        assertExactlyOnceWithoutAnyFailure();
    }

    @Test
    void redis_may_be_flushed_all_the_time() {
        start();
        soon().until(() -> {
            redis.flush();
            return flood.finished() == flood.total();
        });

        assertExactlyOnceWithoutAnyFailure();
    }

    @Test
    void a_redis_that_takes_five_seconds_to_answer_costs_its_time_out_now_and_then_and_not_with_every_message() {
        start(Tuning.QUICK.concurrency(2));
        untilAThirdIsDone();
        Instant slowSince = Instant.now();
        proxy.delay(Duration.ofSeconds(5));

        assertExactlyOnceWithoutAnyFailure();

        // Half a second for each of the 160 that are left, two at a time in either queue, would be longer.
        assertThat(Duration.between(slowSince, Instant.now())).isLessThan(Duration.ofSeconds(18));
    }

    @Test
    void a_redis_whose_connection_is_half_open_costs_as_little() {
        start();
        untilAThirdIsDone();
        proxy.freeze();

        assertExactlyOnceWithoutAnyFailure();
    }

    @Test
    void a_redis_that_answers_junk_is_not_believed() {
        proxy.answers(answer -> "$3\r\n*-1\r\n?!\r\n".getBytes(StandardCharsets.US_ASCII));
        start();

        assertExactlyOnceWithoutAnyFailure();
    }

    @Test
    void keys_that_hold_something_else_are_passed_over() {
        everyKey().forEach(key -> redis.template().opsForList().leftPush(key, "no mark"));
        start();

        assertExactlyOnceWithoutAnyFailure();
    }

    @Test
    void marks_that_lie_are_not_believed() {
        everyKey().forEach(key -> redis.template().opsForValue().set(key, "completed:1"));
        start();

        assertExactlyOnceWithoutAnyFailure();
    }

    private List<String> everyKey() {
        return IntStream.rangeClosed(1, PARENTS)
                .mapToObj(parent -> "producer-discovery:done:" + Flood.QUEUE + ":flood:" + parent)
                .toList();
    }
}
