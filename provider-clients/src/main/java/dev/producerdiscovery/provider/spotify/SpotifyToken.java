package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The access token of the client credentials flow, renewed shortly before it expires and when it is refused. Of many
 * callers one asks for a new token and the others wait for it.
 *
 * @see <a href="https://developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow">the flow</a>
 */
final class SpotifyToken implements Authorisation {

    /** Covers the time between taking the token and its check at the other end, for tokens of the usual hour. */
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);

    private final ProviderHttp accounts;
    private final URI endpoint;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable Token token;

    SpotifyToken(ProviderHttp accounts, URI endpoint, Clock clock) {
        this.accounts = accounts;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public String header() {
        Token current = token;
        if (current != null && current.isFresh(clock.instant())) {
            return current.header();
        }
        renewing.lock();
        try {
            Token other = token;
            if (other == null || !other.isFresh(clock.instant())) {
                token = other = fetch();
            }
            return other.header();
        } finally {
            renewing.unlock();
        }
    }

    /** Only the token in use is thrown away: a refusal that comes late must not cost the next one. */
    @Override
    public boolean refused(String header) {
        renewing.lock();
        try {
            Token current = token;
            if (current != null && current.header().equals(header)) {
                token = null;
            }
            return true;
        } finally {
            renewing.unlock();
        }
    }

    private Token fetch() {
        Instant asked = clock.instant();
        return accounts.get(
                        Request.post("token", endpoint, Map.of("grant_type", "client_credentials")),
                        json -> Token.read(json, asked))
                .orElseThrow(() -> new TransientFailure("spotify gave no access token"));
    }

    private record Token(String header, Instant staleAt) {

        static Token read(Json json, Instant asked) {
            Duration life = Duration.ofSeconds(Objects.requireNonNullElse(json.integer("expires_in"), 3600));
            Duration tenth = life.dividedBy(10);
            return new Token(
                    "Bearer " + json.required("access_token"),
                    asked.plus(life).minus(tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN));
        }

        boolean isFresh(Instant now) {
            return now.isBefore(staleAt);
        }

        @Override
        public String toString() {
            return "Token[stale at " + staleAt + "]";
        }
    }
}
