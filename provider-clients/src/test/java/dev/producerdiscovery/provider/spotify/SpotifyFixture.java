package dev.producerdiscovery.provider.spotify;

import static dev.producerdiscovery.provider.support.FakeProvider.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.provider.Secret;
import dev.producerdiscovery.provider.facts.InMemoryProviderFacts;
import dev.producerdiscovery.provider.facts.ProviderFacts;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.resilience.Pause;
import java.util.Arrays;

/** A Spotify that hands out tokens, and a client of it wired as in the application. */
final class SpotifyFixture implements AutoCloseable {

    static final String TOKENS = "/accounts/api/token";

    final FakeProvider provider = new FakeProvider();
    final ProviderFacts facts = new InMemoryProviderFacts();
    final SpotifyClient client;

    SpotifyFixture() {
        this("the-client-secret");
    }

    SpotifyFixture(String secret) {
        provider.answer(TOKENS, token("token-1"));
        client = another(secret, SharedToken.none(), duration -> true);
    }

    /** What another process has, which shares the token. */
    SpotifyClient another(SharedToken shared, Pause pause) {
        return another("the-client-secret", shared, pause);
    }

    private SpotifyClient another(String secret, SharedToken shared, Pause pause) {
        return SpotifyAutoConfiguration.client(
                provider.factory(),
                new SpotifyProperties(
                        provider.url() + "/v1/",
                        provider.url() + "/accounts",
                        "the-client-id",
                        Secret.valueOf(secret),
                        "NL",
                        null),
                facts,
                shared,
                pause);
    }

    static String token(String token) {
        return "{'access_token': '" + token + "', 'token_type': 'Bearer', 'expires_in': 3600}";
    }

    void tokens(String... tokens) {
        provider.answerInTurn(
                TOKENS,
                Arrays.stream(tokens).map(token -> json(200, token(token))).toArray(ResponseDefinitionBuilder[]::new));
    }

    @Override
    public void close() {
        provider.close();
    }
}
