package dev.producerdiscovery.provider.sentinel;

import dev.producerdiscovery.provider.http.Condition;
import dev.producerdiscovery.provider.http.Examination;
import dev.producerdiscovery.provider.http.Standing;
import dev.producerdiscovery.provider.http.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;

/**
 * One round over the providers that this process uses: asks those whose turn it is and that no other process asks, and
 * tells of changes in one line each. Not thread-safe.
 */
final class Sentinel {

    private static final Logger log = LoggerFactory.getLogger(Sentinel.class);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    private final Supplier<List<Watch>> watches;
    private final Supplier<List<Standing>> standings;
    private final SentinelSettings settings;
    private final CheckStore store;
    private final Map<String, Condition> told = new HashMap<>();
    private volatile List<Check> last = List.of();

    Sentinel(
            Supplier<List<Watch>> watches,
            Supplier<List<Standing>> standings,
            SentinelSettings settings,
            CheckStore store) {
        this.watches = watches;
        this.standings = standings;
        this.settings = settings;
        this.store = store;
    }

    /** Returns how long nothing needs to be done. */
    Duration round() {
        try {
            for (Watch watch : watches.get()) {
                String thing = settings.thing(watch.provider());
                if (!thing.isBlank() && store.claim(watch.provider(), settings.interval())) {
                    watch.ask().apply(thing).ifPresent(found -> note(watch.provider(), found));
                }
            }
            standings.get().forEach(this::tell);
            last = store.all();
        } catch (DataAccessException e) {
            log.debug("Without the database nobody knows whose turn it is to look at the providers", e);
        }
        return LONGEST_STEP;
    }

    /** The last look at each provider, by whichever process, as of the last round. */
    List<Check> last() {
        return last;
    }

    /** What this process has noticed at work, and told in its log, the others learn as well. */
    private void tell(Standing standing) {
        Examination now = standing.examination();
        if (standing.on() && now.condition() != told.getOrDefault(standing.provider(), Condition.FINE)) {
            var unused = store.record(standing.provider(), now);
            told.put(standing.provider(), now.condition());
        }
    }

    private void note(String provider, Examination found) {
        Optional<Condition> before = store.record(provider, found);
        if (found.condition() != before.orElse(Condition.FINE)) {
            switch (found.condition()) {
                case FINE -> log.info("{} is fine again", provider);
                case DOWN -> log.warn("{} is down: {}", provider, found.detail());
                case BLOCKED -> log.warn("{} blocks us: {}", provider, found.detail());
                case CHANGED -> {
                    // At the first look it may as well be that what it is asked for never was there.
                    Level level = before.isPresent() ? Level.WARN : Level.INFO;
                    log.atLevel(level)
                            .log(
                                    "{} answers differently than {}: {}. What it does not say cannot be found out",
                                    provider,
                                    before.isPresent() ? "before" : "expected",
                                    found.detail());
                }
            }
        }
    }
}
