package dev.producerdiscovery.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.support.ClusteredRedis;
import dev.producerdiscovery.worker.resilience.RedisGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers on a real cluster of three masters, whose user may do no more than we ask for. */
class RedisClusterAnswersTest {

    /** Enough that each master has some of them. */
    private static final List<Question> SONGS = IntStream.range(0, 24)
            .mapToObj(number -> new Question("acme", "song", "GET http://acme.invalid/song/" + number))
            .toList();

    private static final JsonNode UNDERTOW = JsonMapper.shared().readTree("{\"title\": \"Undertow\"}");

    private final ClusteredRedis redis = new ClusteredRedis();
    private final Clock clock = Clock.systemUTC();
    private final RedisGate gate = redis.gate();

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void what_one_process_was_told_another_knows() {
        AnswerCache one = process(redis.template());
        SONGS.forEach(song -> one.keep(song, UNDERTOW, Validators.none()));

        AnswerCache other = process(redis.template());
        assertThat(SONGS).allSatisfy(song -> assertThat(other.find(song)).isPresent());
        assertThat(gate.closed()).isFalse();
    }

    @Test
    void a_node_that_is_taken_for_a_single_server_counts_as_away() {
        AnswerCache alone = process(redis.templateOfOneNode());
        SONGS.forEach(song -> alone.keep(song, UNDERTOW, Validators.none()));

        assertThat(gate.closed()).isTrue();
        assertThat(SONGS).allSatisfy(song -> assertThat(alone.find(song)).isPresent());
    }

    private AnswerCache process(RedisTemplate<String, byte[]> template) {
        return new AnswerCache(
                TestCaches.settings(Map.of("acme", Map.of("song", Duration.ofDays(1)))),
                new RedisAnswers(template, gate),
                clock,
                new SimpleMeterRegistry());
    }
}
