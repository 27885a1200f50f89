package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps the rolling quotas of 24 hours, counted in the database before each call. Thread-safe. */
final class DailyQuotas {

    private static final Logger log = LoggerFactory.getLogger(DailyQuotas.class);
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final double WARNING = 0.8;

    private final Map<String, Integer> limits;
    private final BudgetStore store;
    private final Parks parks;

    DailyQuotas(BudgetSettings settings, BudgetStore store, Parks parks) {
        this.limits = settings.dailyQuotas();
        this.store = store;
        this.parks = parks;
    }

    /** @throws ThrottledFailure when the quota is spent */
    void spend(String provider, String bucket) {
        int limit = limits.getOrDefault(provider, 0);
        if (limit <= 0) {
            return;
        }
        BudgetStore.Spent spent;
        try {
            spent = store.spend(provider, bucket, WINDOW, limit);
        } catch (DataAccessException | TransactionException e) {
            // The call may be made although it was not counted: its result cannot be stored now either.
            log.debug("Could not count a call to {} {}", provider, bucket, e);
            return;
        }
        Optional<Instant> allowedAt = spent.allowedAt();
        if (allowedAt.isPresent()) {
            String reason = "its " + limit + " calls of 24 hours to " + bucket + " are spent";
            parks.park(new Park(provider, bucket, allowedAt.get(), reason, false));
            throw new ThrottledFailure(provider, allowedAt.get(), reason);
        }
        if (spent.used() == (int) Math.ceil(limit * WARNING)) {
            log.warn("{} of the {} calls of 24 hours to {} {} are used", spent.used(), limit, provider, bucket);
        }
    }
}
