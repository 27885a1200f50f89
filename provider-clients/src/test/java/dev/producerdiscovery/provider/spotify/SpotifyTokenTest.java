package dev.producerdiscovery.provider.spotify;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.WorkFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpotifyTokenTest {

    private static final String ARTIST = "/v1/artists/a1";
    private static final String BODY = "{'id': 'a1', 'name': 'Hollow Lake', 'images': [], 'external_urls': {}}";
    private static final String EXPIRED = "{'error': {'status': 401, 'message': 'The access token expired'}}";

    private final SpotifyFixture spotify = new SpotifyFixture();
    private final FakeProvider provider = spotify.provider;
    private final SpotifyClient client = spotify.client;

    @AfterEach
    void stop() {
        spotify.close();
    }

    @Test
    void one_token_serves_many_calls() {
        provider.answer(ARTIST, BODY);

        client.artist("a1");
        client.artist("a1");

        assertThat(tokenRequests()).isEqualTo(1);
        assertThat(provider.requests(SpotifyFixture.TOKENS).getFirst().getBodyAsString())
                .isEqualTo("grant_type=client_credentials");
        assertThat(provider.requests(SpotifyFixture.TOKENS).getFirst().getHeader("Authorization"))
                .startsWith("Basic ");
        assertThat(provider.requests(ARTIST))
                .extracting(request -> request.getHeader("Authorization"))
                .containsOnly("Bearer token-1");
    }

    @Test
    void a_token_that_no_header_can_carry_is_a_malformed_answer_and_never_shown() {
        spotify.tokens("SECRET\u200babc");

        assertThatExceptionOfType(WorkFailure.class)
                .isThrownBy(() -> client.artist("a1"))
                .withMessageContaining("access_token")
                .satisfies(failure -> assertThat(failure).message().doesNotContain("SECRET"));
        assertThat(provider.requests(ARTIST)).isEmpty();
    }

    @Test
    void a_token_is_renewed_before_it_expires() {
        spotify.tokens("token-1", "token-2");
        provider.answer(ARTIST, BODY);

        client.artist("a1");
        provider.clock().advance(Duration.ofMinutes(59).plusSeconds(1));
        client.artist("a1");

        assertThat(provider.requests(ARTIST).getLast().getHeader("Authorization"))
                .isEqualTo("Bearer token-2");
    }

    @Test
    void a_refused_token_is_renewed_and_the_call_repeated() {
        spotify.tokens("token-1", "token-2");
        provider.answerInTurn(ARTIST, json(401, EXPIRED), json(200, BODY));

        assertThat(client.artist("a1")).isPresent();

        assertThat(provider.requests(ARTIST))
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(provider.budget().parks()).isEmpty();
    }

    @Test
    void many_callers_with_an_expired_token_ask_for_one_new_one() throws Exception {
        spotify.tokens("token-1", "token-2", "token-3");
        provider.stub(get(urlPathMatching("/v1/artists/.*")), json(401, EXPIRED));
        provider.stub(
                get(urlPathMatching("/v1/artists/.*")).withHeader("Authorization", equalTo("Bearer token-2")),
                json(200, BODY));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> calls = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> client.artist("a" + i).isPresent()))
                    .toList();
            for (Future<Boolean> call : calls) {
                assertThat(call.get()).isTrue();
            }
        }

        assertThat(tokenRequests()).isEqualTo(2);
    }

    @Test
    void a_new_token_that_is_refused_too_is_an_account_problem() {
        provider.answer(ARTIST, json(401, EXPIRED));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.artist("a1"))
                .withMessageContaining("account problem")
                .withMessageNotContaining("token-1");
        assertThat(provider.requests(ARTIST)).hasSize(2);
    }

    @Test
    void wrong_credentials_park_spotify_and_say_which_to_check() {
        provider.answer(
                SpotifyFixture.TOKENS,
                json(400, "{'error': 'invalid_client', 'error_description': 'Invalid client secret'}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.artist("a1"))
                .withMessageContaining("Invalid client secret")
                .withMessageContaining("SPOTIFY_CLIENT_SECRET")
                .withMessageNotContaining("the-client-secret");
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> client.artist("a1"));
        assertThat(tokenRequests()).isEqualTo(1);
        assertThat(provider.requests(ARTIST)).isEmpty();
    }

    @Test
    void a_fault_while_asking_for_a_token_passes() {
        provider.answerInTurn(
                SpotifyFixture.TOKENS,
                html(502),
                json(200, "{'token_type': 'Bearer'}"),
                json(200, SpotifyFixture.token("token-1")));
        provider.answer(ARTIST, BODY);

        assertThat(client.artist("a1")).isPresent();
    }

    @Test
    void a_call_is_counted_after_the_token_for_it_is_there() {
        provider.answerInTurn(
                SpotifyFixture.TOKENS,
                json(400, "{'error': 'invalid_scope'}"),
                json(200, SpotifyFixture.token("token-1")));
        provider.answer(ARTIST, BODY);

        assertThatExceptionOfType(WorkFailure.class).isThrownBy(() -> client.artist("a1"));
        assertThat(provider.budget().taken()).containsExactly("token");
        provider.clock().advance(Duration.ofDays(1));
        client.artist("a1");

        assertThat(provider.budget().taken()).containsExactly("token", "token", "artist");
    }

    @Test
    void without_credentials_nothing_is_called() {
        try (SpotifyFixture unconfigured = new SpotifyFixture("")) {
            assertThat(unconfigured.client.isConfigured()).isFalse();
            assertThatExceptionOfType(ThrottledFailure.class)
                    .isThrownBy(() -> unconfigured.client.artist("a1"))
                    .withMessageContaining("SPOTIFY_CLIENT_SECRET are not set");
            assertThat(unconfigured.provider.requests()).isEmpty();
        }
    }

    private int tokenRequests() {
        return provider.requests(SpotifyFixture.TOKENS).size();
    }
}
