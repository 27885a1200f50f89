package dev.producerdiscovery.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.producerdiscovery.provider.cache.AnswerCache.Finding;
import dev.producerdiscovery.provider.support.TestClock;
import dev.producerdiscovery.worker.scope.WorkScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerCacheTest {

    private static final Question SONG = new Question("acme", "song", "GET http://acme.invalid/song/1");
    private static final JsonNode UNDERTOW = JsonMapper.shared().readTree("{\"title\": \"Undertow\"}");
    private static final Validators TAGGED = new Validators("\"v1\"", "");

    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AnswerCache cache =
            TestCaches.own(clock, meters, Map.of("acme", Map.of("song", Duration.ofDays(1), "off", Duration.ZERO)));

    @Test
    void an_answer_is_believed_for_its_time() {
        cache.keep(SONG, UNDERTOW, Validators.none());
        clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(fresh()).contains(UNDERTOW);

        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.find(SONG)).isEmpty();
    }

    @Test
    void that_there_is_no_such_thing_is_believed_for_a_shorter_time() {
        cache.keepAbsent(SONG);
        clock.advance(Duration.ofMinutes(59));
        assertThat(cache.find(SONG)).hasValueSatisfying(found -> {
            assertThat(found.fresh()).isTrue();
            assertThat(found.answer().json()).isEmpty();
        });

        clock.advance(Duration.ofMinutes(1));
        assertThat(cache.find(SONG)).isEmpty();
    }

    @Test
    void what_has_no_time_is_not_kept() {
        for (String endpoint : new String[] {"off", "token"}) {
            Question question = new Question("acme", endpoint, "GET x");
            cache.keep(question, UNDERTOW, TAGGED);
            assertThat(cache.find(question)).isEmpty();
        }
        assertThat(cache.find(new Question("other", "song", SONG.text()))).isEmpty();
    }

    @Test
    void a_time_for_access_tokens_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestCaches.settings(Map.of("spotify", Map.of("token", Duration.ofHours(1)))))
                .withMessageContaining("times.spotify.token");
    }

    @Test
    void an_outdated_answer_is_at_hand_as_long_as_it_can_be_confirmed() {
        cache.keep(SONG, UNDERTOW, TAGGED);
        clock.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(cache.find(SONG)).hasValueSatisfying(found -> {
            assertThat(found.fresh()).isFalse();
            assertThat(found.answer().validators()).isEqualTo(TAGGED);
        });

        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.find(SONG)).isEmpty();
    }

    @Test
    void whoever_wants_a_fresh_look_gets_only_what_was_answered_since() {
        cache.keep(SONG, UNDERTOW, Validators.none());
        clock.advance(Duration.ofMinutes(1));
        Instant asked = clock.instant();
        assertThat(since(asked).within(() -> cache.find(SONG))).isEmpty();

        cache.keep(SONG, UNDERTOW, Validators.none());
        assertThat(since(asked).within(() -> cache.find(SONG))).isPresent();
        assertThat(WorkScope.current().answersSince()).isEqualTo(Instant.MIN);
    }

    @Test
    void other_questions_have_other_answers() {
        cache.keep(SONG, UNDERTOW, Validators.none());

        assertThat(cache.find(new Question("acme", "song", "GET http://acme.invalid/song/2")))
                .isEmpty();
        assertThat(SONG.key()).doesNotContain("invalid").startsWith("acme:song:");
    }

    @Test
    void the_answers_of_this_process_stay_within_its_memory() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int kept = 0;
        for (int i = 0; i < 400; i++) {
            cache.keep(question(i), incompressible(random, 10_000), Validators.none());
        }
        for (int i = 0; i < 400; i++) {
            kept += cache.find(question(i)).isPresent() ? 1 : 0;
        }
        // A megabyte of answers of ten kilobytes.
        assertThat(kept).isBetween(1, 105);
    }

    @Test
    void an_answer_that_is_too_large_is_not_kept() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        cache.keep(SONG, incompressible(random, 70_000), Validators.none());

        assertThat(cache.find(SONG)).isEmpty();
    }

    @Test
    void where_an_answer_was_found_is_counted() {
        assertThat(cache.find(SONG)).isEmpty();
        cache.keep(SONG, UNDERTOW, Validators.none());
        assertThat(cache.find(SONG)).isPresent();

        assertThat(meters.get("provider.cache").tag("found", "none").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("provider.cache")
                        .tag("found", "process")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private Optional<JsonNode> fresh() {
        return cache.find(SONG)
                .filter(Finding::fresh)
                .flatMap(found -> found.answer().json());
    }

    private static Question question(int number) {
        return new Question("acme", "song", "GET /" + number);
    }

    private static JsonNode incompressible(RandomGenerator random, int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return JsonMapper.shared()
                .createObjectNode()
                .put("noise", HexFormat.of().formatHex(noise));
    }

    private static WorkScope since(Instant time) {
        return new WorkScope(Optional.empty(), time);
    }
}
