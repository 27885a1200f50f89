package dev.producerdiscovery.worker.budget;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Who is parked, known without asking the database: every change there is notified, and while notifications do not
 * arrive the database is asked before each call. Thread-safe.
 */
final class Parks {

    private static final Logger log = LoggerFactory.getLogger(Parks.class);

    private final BudgetStore store;
    private final InstantSource clock;
    private final BooleanSupplier notified;
    /** Parks that only this process knows, because the database was away when it heard of them. */
    private final List<Park> unsent = new ArrayList<>();

    /** Replaced as a whole: a call must not slip through while the parks are learned anew. */
    private volatile Map<String, List<Park>> byProvider = Map.of();

    /** @param notified whether changes made elsewhere call {@link #reload} at present */
    Parks(BudgetStore store, InstantSource clock, BooleanSupplier notified) {
        this.store = store;
        this.clock = clock;
        this.notified = notified;
    }

    /** Learns the present parks. While the database is away, what was known before stays in force. */
    synchronized void reload() {
        try {
            while (!unsent.isEmpty()) {
                tell(unsent.getFirst());
                unsent.removeFirst();
            }
            byProvider = store.parks().stream().collect(groupingBy(Park::provider));
        } catch (DataAccessException | TransactionException e) {
            log.debug("Could not read the parked providers", e);
        }
    }

    /** The park that forbids a call now. Asks the database when it may know more. */
    Optional<Park> inForce(String provider, String bucket) {
        if (!notified.getAsBoolean()) {
            reload();
        }
        Instant now = clock.instant();
        return known(provider).stream()
                .filter(park -> park.covers(bucket) && park.until().isAfter(now))
                .max((a, b) -> a.until().compareTo(b.until()));
    }

    /** The end of the longest park of the whole provider, as far as known; never asks the database. */
    Instant availableAt(String provider) {
        Instant now = clock.instant();
        return known(provider).stream()
                .filter(park -> park.bucket().equals(ProviderBudget.ALL_BUCKETS)
                        && park.until().isAfter(now))
                .map(Park::until)
                .reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** In force here at once; elsewhere as soon as the database has it. */
    synchronized void park(Park park) {
        remember(park);
        try {
            tell(park);
        } catch (DataAccessException | TransactionException e) {
            unsent.add(park);
            log.warn(
                    "{} is parked until {} ({}), so far only in this process: the database could not note it",
                    park.provider(),
                    park.until(),
                    park.reason(),
                    e);
        }
    }

    void answered(String provider) {
        if (known(provider).stream().noneMatch(Park::isOutage)) {
            return;
        }
        synchronized (this) {
            unsent.removeIf(park -> park.isOutage() && park.provider().equals(provider));
            replace(
                    provider,
                    known(provider).stream().filter(park -> !park.isOutage()).toList());
            try {
                store.answered(provider);
            } catch (DataAccessException | TransactionException e) {
                log.debug("Could not note that {} answers again", provider, e);
            }
        }
    }

    private void tell(Park park) {
        store.park(park)
                .ifPresent(limit -> log.info(
                        "{} allows {} calls of 24 hours to {}, fewer than was known; for a week no more are sent",
                        park.provider(),
                        limit,
                        park.bucket()));
    }

    private List<Park> known(String provider) {
        return byProvider.getOrDefault(provider, List.of());
    }

    private void remember(Park park) {
        replace(
                park.provider(),
                Stream.concat(known(park.provider()).stream(), Stream.of(park)).toList());
    }

    private void replace(String provider, List<Park> parks) {
        Map<String, List<Park>> changed = new HashMap<>(byProvider);
        changed.put(provider, parks);
        byProvider = changed;
    }
}
