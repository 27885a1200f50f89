package dev.producerdiscovery.provider.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.provider.Secret;
import dev.producerdiscovery.provider.SharedRedis;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;

/** One token for all processes, kept where it tells nobody else anything. */
class SharedTokenTest {

    private static final String REDIS = TestDatabase.fresh().redisUrl();
    private static final String EXPIRED = "{'error': {'status': 401, 'message': 'The access token expired'}}";

    private final SpotifyFixture spotify = new SpotifyFixture();
    private final LettuceConnectionFactory connections = connect(REDIS);
    private final RedisTemplate<String, byte[]> redis = SharedRedis.template(connections);

    private static LettuceConnectionFactory connect(String server) {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                LettuceConnectionFactory.createRedisConfiguration(server),
                LettuceClientConfiguration.builder()
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    @AfterEach
    void stop() {
        redis.delete(requireNonNull(redis.keys("producer-discovery:token:*")));
        connections.destroy();
        spotify.close();
    }

    private SharedToken shared(RedisTemplate<String, byte[]> template) {
        Clock clock = spotify.provider.clock();
        return new RedisToken(
                template,
                new RedisGate(new Outage("Redis", "The test goes on.", clock), clock, Duration.ofSeconds(5)),
                new TokenSeal("the-client-id", Secret.valueOf("the-client-secret")),
                clock);
    }

    private SpotifyClient replica() {
        return spotify.another(shared(redis), Pause.real());
    }

    private int tokenRequests() {
        return spotify.provider.requests(SpotifyFixture.TOKENS).size();
    }

    private void everybodyIsKnownTo(String token) {
        spotify.provider.stub(get(urlPathMatching("/v1/artists/.*")), json(401, EXPIRED));
        spotify.provider.stub(
                get(urlPathMatching("/v1/artists/.*")).withHeader("Authorization", equalTo("Bearer " + token)),
                json(200, "{'id': 'a1', 'name': 'Hollow Lake', 'images': []}"));
    }

    private static void callAtOnce(List<SpotifyClient> replicas) throws Exception {
        List<Future<Boolean>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, replicas.size() * 5)
                    .forEach(i -> calls.add(threads.submit(() ->
                            replicas.get(i % replicas.size()).artist("a" + i).isPresent())));
            for (Future<Boolean> call : calls) {
                assertThat(call.get()).isTrue();
            }
        }
    }

    @Test
    void of_many_processes_one_asks_for_a_token() throws Exception {
        everybodyIsKnownTo("token-1");

        callAtOnce(List.of(replica(), replica(), replica(), replica()));

        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void a_token_that_is_refused_is_replaced_by_one_of_them() throws Exception {
        spotify.tokens("token-1", "token-2", "token-3");
        everybodyIsKnownTo("token-2");

        callAtOnce(List.of(replica(), replica(), replica()));

        assertThat(tokenRequests()).isEqualTo(2);
        assertThat(spotify.provider.budget().parks()).isEmpty();
    }

    @Test
    void what_lies_in_redis_is_no_token_to_anybody_without_the_client_secret() {
        everybodyIsKnownTo("token-1");
        replica().artist("a1");

        String key = requireNonNull(redis.keys("producer-discovery:token:*"))
                .iterator()
                .next();
        byte[] kept = requireNonNull(redis.opsForValue().get(key));

        assertThat(key).doesNotContain("client");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("token-1", "Bearer");
        assertThat(new TokenSeal("the-client-id", Secret.valueOf("another-secret")).open(kept))
                .isEmpty();
        assertThat(new TokenSeal("another-client", Secret.valueOf("the-client-secret")).open(kept))
                .isEmpty();
        assertThat(new TokenSeal("the-client-id", Secret.valueOf("the-client-secret")).open(kept))
                .hasValueSatisfying(token -> assertThat(token.header()).isEqualTo("Bearer token-1"));
    }

    @Test
    void junk_under_the_key_is_no_token() {
        TokenSeal seal = new TokenSeal("the-client-id", Secret.valueOf("the-client-secret"));
        assertThat(seal.open(new byte[0])).isEmpty();
        assertThat(seal.open("Bearer token-9, as plain as that".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_process_that_died_while_it_asked_keeps_nobody_waiting_for_long() {
        everybodyIsKnownTo("token-1");
        assertThat(shared(redis).claim()).isPresent();
        assertThat(shared(redis).claim()).isEmpty();
        List<Duration> waits = new ArrayList<>();

        assertThat(spotify.another(shared(redis), waits::add).artist("a1")).isPresent();

        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(5));
        assertThat(shared(redis).claim()).as("the other's claim still holds").isEmpty();
    }

    @Test
    void a_claim_that_has_ended_releases_nobody_else_s() {
        String slow = shared(redis).claim().orElseThrow();
        redis.delete(requireNonNull(redis.keys("*:asking")));
        String next = shared(redis).claim().orElseThrow();

        shared(redis).release(slow);
        assertThat(shared(redis).claim()).isEmpty();

        shared(redis).release(next);
        assertThat(shared(redis).claim()).isPresent();
    }

    @Test
    void a_token_that_comes_between_the_look_and_the_claim_is_taken_over() {
        everybodyIsKnownTo("token-0");
        SharedToken late = new LateToken(new AccessToken(
                "Bearer token-0", spotify.provider.clock().instant().plusSeconds(60)));

        assertThat(spotify.another(late, duration -> true).artist("a1")).isPresent();

        assertThat(tokenRequests()).isZero();
    }

    /** Another process leaves its token and releases its claim after ours has looked for the token. */
    private static final class LateToken implements SharedToken {

        private final AccessToken token;
        private boolean left;

        LateToken(AccessToken token) {
            this.token = token;
        }

        @Override
        public Optional<AccessToken> find() {
            return left ? Optional.of(token) : Optional.empty();
        }

        @Override
        public void keep(AccessToken other) {}

        @Override
        public Optional<String> claim() {
            left = true;
            return Optional.of("mine");
        }

        @Override
        public void release(String claim) {}
    }

    @Test
    void without_redis_each_process_asks_for_itself() throws Exception {
        everybodyIsKnownTo("token-1");
        LettuceConnectionFactory away = connect("redis://127.0.0.1:1");
        try {
            SpotifyClient one = spotify.another(shared(SharedRedis.template(away)), Pause.real());
            SpotifyClient other = spotify.another(shared(SharedRedis.template(away)), Pause.real());
            assertThat(one.artist("a1")).isPresent();
            assertThat(other.artist("a1")).isPresent();
        } finally {
            away.destroy();
        }
        assertThat(tokenRequests()).isEqualTo(2);
    }

    @Test
    void a_stale_token_is_not_taken_over() {
        everybodyIsKnownTo("token-1");
        Instant soon = spotify.provider.clock().instant().plusSeconds(60);
        shared(redis).keep(new AccessToken("Bearer token-0", soon));
        spotify.provider.clock().advance(Duration.ofSeconds(61));

        assertThat(replica().artist("a1")).isPresent();
        assertThat(tokenRequests()).isEqualTo(1);
    }
}
