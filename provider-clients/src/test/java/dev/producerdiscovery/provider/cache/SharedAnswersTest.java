package dev.producerdiscovery.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.provider.SharedRedis;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.RedisGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of one process in the hands of another, by way of a real Redis. */
class SharedAnswersTest {

    private static final String REDIS = TestDatabase.fresh().redisUrl();
    private static final Map<String, Map<String, Duration>> TIMES = Map.of("acme", Map.of("song", Duration.ofDays(1)));
    private static final Question SONG = new Question("acme", "song", "GET http://acme.invalid/song/1?key=hush");
    private static final String KEY = "producer-discovery:answer:" + SONG.key();
    private static final JsonNode UNDERTOW = JsonMapper.shared().readTree("{\"title\": \"Undertow\"}");

    private final List<LettuceConnectionFactory> factories = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private final RedisTemplate<String, byte[]> redis = template(REDIS);
    private final RedisGate gate = gate();

    @BeforeEach
    void flush() {
        redis.execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushDb();
            return true;
        });
    }

    @AfterEach
    void close() {
        factories.forEach(LettuceConnectionFactory::destroy);
    }

    @Test
    void what_one_process_was_told_another_knows() {
        process().keep(SONG, UNDERTOW, new Validators("\"v1\"", ""));

        assertThat(process().find(SONG)).hasValueSatisfying(found -> {
            assertThat(found.fresh()).isTrue();
            assertThat(found.answer().json()).contains(UNDERTOW);
            assertThat(found.answer().validators().etag()).isEqualTo("\"v1\"");
        });
    }

    @Test
    void that_there_is_no_such_thing_is_shared_too() {
        process().keepAbsent(SONG);

        assertThat(process().find(SONG))
                .hasValueSatisfying(found -> assertThat(found.answer().json()).isEmpty());
    }

    @Test
    void what_redis_holds_ends_by_itself_and_names_no_address() {
        process().keep(SONG, UNDERTOW, Validators.none());

        assertThat(redis.getExpire(KEY)).isBetween(86_000L, 86_400L);
        assertThat(redis.keys("*")).singleElement().asString().doesNotContain("hush", "invalid");
        assertThat(new String(value(), StandardCharsets.ISO_8859_1)).doesNotContain("hush");
    }

    @Test
    void junk_is_no_answer() {
        process().keep(SONG, UNDERTOW, Validators.none());
        byte[] good = value();
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 0x40;
        for (byte[] junk : List.of(
                new byte[0], "junk".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(good, good.length - 1), flipped)) {
            redis.opsForValue().set(KEY, junk);
            assertThat(process().find(SONG)).isEmpty();
        }
    }

    @Test
    void something_else_under_the_key_is_no_answer_and_no_outage() {
        redis.opsForList().leftPush(KEY, new byte[] {1});

        AnswerCache cache = process();
        assertThat(cache.find(SONG)).isEmpty();
        assertThat(gate.closed()).isFalse();
        cache.keep(SONG, UNDERTOW, Validators.none());
        assertThat(process().find(SONG)).isPresent();
    }

    @Test
    void without_redis_a_process_knows_what_it_was_told_itself() {
        RedisGate closed = gate();
        AnswerCache alone = process(new RedisAnswers(template("redis://127.0.0.1:1"), closed));

        alone.keep(SONG, UNDERTOW, Validators.none());

        assertThat(alone.find(SONG)).isPresent();
        assertThat(closed.closed()).isTrue();
    }

    private AnswerCache process() {
        return process(new RedisAnswers(redis, gate));
    }

    private AnswerCache process(SharedAnswers shared) {
        return new AnswerCache(TestCaches.settings(TIMES), shared, clock, new SimpleMeterRegistry());
    }

    private byte[] value() {
        return Objects.requireNonNull(redis.opsForValue().get(KEY));
    }

    private RedisGate gate() {
        return new RedisGate(new Outage("Redis", "The test goes on.", clock), clock, Duration.ofSeconds(5));
    }

    private RedisTemplate<String, byte[]> template(String server) {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                LettuceConnectionFactory.createRedisConfiguration(server),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(2))
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        factories.add(factory);
        return SharedRedis.template((RedisConnectionFactory) factory);
    }
}
