package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.json.MalformedAnswerException;
import dev.producerdiscovery.secrets.Characters;
import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.resilience.Pause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The access token of the client credentials flow, renewed shortly before it expires and when it is refused. Of many
 * callers in all processes one asks for a new token and the others wait for it.
 *
 * @see <a href="https://developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow">the flow</a>
 */
final class SpotifyToken implements Authorisation {

    /** Covers the time between taking the token and its check at the other end, for tokens of the usual hour. */
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);

    /** The bucket of its calls, which no quota is known of. */
    static final String ENDPOINT = "token";

    /** How often, and how long, a process looks for the token that another one is asking for, before it asks itself. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final int MOST_LOOKS = 50;

    private final ProviderHttp accounts;
    private final URI endpoint;
    private final Clock clock;
    private final SharedToken shared;
    private final Pause pause;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable AccessToken token;
    private volatile String refused = "";

    SpotifyToken(ProviderHttp accounts, URI endpoint, SharedToken shared, Clock clock, Pause pause) {
        this.accounts = accounts;
        this.endpoint = endpoint;
        this.shared = shared;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public String header() {
        AccessToken current = token;
        if (current != null && current.isFresh(clock.instant())) {
            return current.header();
        }
        renewing.lock();
        try {
            AccessToken other = token;
            if (other == null || !other.isFresh(clock.instant())) {
                token = other = foundOrFetched();
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
            AccessToken current = token;
            if (current != null && current.header().equals(header)) {
                token = null;
                refused = header;
            }
            return true;
        } finally {
            renewing.unlock();
        }
    }

    private AccessToken foundOrFetched() {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Optional<AccessToken> other = found();
            if (other.isPresent()) {
                return other.get();
            }
            Optional<String> claim = shared.claim();
            if (claim.isPresent()) {
                try {
                    // Whoever had the claim a moment ago may have left its token after we looked.
                    return found().orElseGet(this::fetchedForAll);
                } finally {
                    shared.release(claim.get());
                }
            }
            await();
        }
        return found().orElseGet(this::fetchedForAll);
    }

    private AccessToken fetchedForAll() {
        AccessToken fetched = fetch();
        shared.keep(fetched);
        return fetched;
    }

    /** Not the one that was just refused: it may still lie there. */
    private Optional<AccessToken> found() {
        return shared.find()
                .filter(found ->
                        found.isFresh(clock.instant()) && !found.header().equals(refused));
    }

    private void await() {
        if (!pause.sleep(LOOK_AGAIN)) {
            throw new TransientFailure("stopped while another process asked spotify for an access token");
        }
    }

    private AccessToken fetch() {
        Instant asked = clock.instant();
        return accounts.get(
                        Request.post(ENDPOINT, endpoint, Map.of("grant_type", "client_credentials")),
                        json -> read(json, asked))
                .orElseThrow(() -> new TransientFailure("spotify gave no access token"));
    }

    private static AccessToken read(Json json, Instant asked) {
        Duration life = Duration.ofSeconds(Objects.requireNonNullElse(json.integer("expires_in"), 3600));
        Duration tenth = life.dividedBy(10);
        String token = json.required("access_token");
        if (token.isBlank() || !Characters.fitHeader(token)) {
            throw new MalformedAnswerException("access_token holds a character that no header can carry");
        }
        return new AccessToken(
                "Bearer " + token,
                asked.plus(life).minus(tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN));
    }
}
