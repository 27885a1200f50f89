package dev.producerdiscovery.simulator.spotify;

import dev.producerdiscovery.simulator.behaviour.Behaviours;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Issues access tokens and knows which are still good. Thread-safe. */
@Component
public class TokenOffice {

    private final Behaviours behaviours;
    private final InstantSource clock;
    private final AtomicLong issued = new AtomicLong();
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    TokenOffice(Behaviours behaviours, InstantSource clock) {
        this.behaviours = behaviours;
        this.clock = clock;
    }

    record Token(String value, Duration life) {}

    Token issue() {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !end.isAfter(now));
        Duration life = behaviours.spotify().tokenLife();
        String value = "BQsim-%d-%d".formatted(now.toEpochMilli(), issued.incrementAndGet());
        ends.put(value, now.plus(life));
        return new Token(value, life);
    }

    /** @throws SpotifyRefusal 401, with the message that the true service has for each case */
    void check(String authorisation) {
        if (!authorisation.startsWith("Bearer ")) {
            throw SpotifyRefusal.unauthorised(
                    authorisation.isEmpty() ? "No token provided" : "Only valid bearer authentication supported");
        }
        Instant end = ends.get(authorisation.substring("Bearer ".length()).strip());
        if (end == null) {
            throw SpotifyRefusal.unauthorised("Invalid access token");
        }
        if (!end.isAfter(clock.instant())) {
            throw SpotifyRefusal.unauthorised("The access token expired");
        }
    }

    /** All tokens are void at once, as after a change of the secret. */
    public void reset() {
        ends.clear();
    }
}
