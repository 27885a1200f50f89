package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.worker.failure.ShareSpentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.resilience.DatabaseFailures;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the rolling quotas of 24 hours, counted in the database before each call. A run may use a share of what the others
 * leave, so that a big one does not take the whole day from those that begin later. Thread-safe.
 */
final class DailyQuotas {

    private static final Logger log = LoggerFactory.getLogger(DailyQuotas.class);
    private static final Duration WINDOW = Duration.ofHours(24);

    /** Another run may end, or somebody may raise the quota, long before the calls of this one leave the window. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(30);

    private record Share(String provider, String bucket, UUID run) {}

    private record Wait(Instant until, Instant lookAgainAt) {}

    private final BudgetSettings settings;
    private final BudgetStore store;
    private final Parks parks;
    private final InstantSource clock;
    private final Map<String, ToIntFunction<String>> stated = new ConcurrentHashMap<>();
    private final Map<Share, Wait> spentShares = new ConcurrentHashMap<>();

    DailyQuotas(BudgetSettings settings, BudgetStore store, Parks parks, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.parks = parks;
        this.clock = clock;
    }

    /** What holds for a provider as long as nothing is configured, and which of its buckets no quota is for at all. */
    void state(String provider, ToIntFunction<String> callsADay) {
        stated.put(provider, callsADay);
    }

    /**
     * Stops a run that was found to have had its share a moment ago, before it takes a turn of the rate from others.
     *
     * @throws ShareSpentFailure when it has
     */
    void requireShare(String provider, String bucket) {
        Optional<UUID> run = WorkScope.current().run();
        if (run.isEmpty() || spentShares.isEmpty()) {
            return;
        }
        Wait wait = spentShares.get(new Share(provider, bucket, run.get()));
        if (wait != null && clock.instant().isBefore(wait.lookAgainAt())) {
            throw shareSpent(provider, bucket, wait);
        }
    }

    /**
     * Counts a call.
     *
     * @throws ThrottledFailure when the quota, or the share of the present run in it, is spent
     * @throws DataAccessException when the database is there and does not count: no call is made uncounted
     */
    void spend(String provider, String bucket) {
        int limit = limit(provider, bucket);
        if (limit <= 0) {
            return;
        }
        Optional<UUID> run = WorkScope.current().run();
        BudgetStore.Spent spent;
        try {
            spent = store.spend(provider, bucket, WINDOW, limit, run, settings.runShare());
        } catch (DataAccessException | TransactionException e) {
            if (!DatabaseFailures.unreachable(e)) {
                throw e;
            }
            // The call may be made although it was not counted: its result cannot be stored now either.
            log.debug("Could not count a call to {} {}", provider, bucket, e);
            return;
        }
        if (spent.nearlySpent()) {
            log.warn(
                    "{} of the {} calls of 24 hours to {} {} are used; when all are, work that needs more of them waits",
                    spent.used(),
                    spent.limit(),
                    provider,
                    bucket);
        }
        Optional<Instant> allowedAt = spent.allowedAt();
        if (allowedAt.isEmpty()) {
            return;
        }
        if (spent.shareIsSpent() && run.isPresent()) {
            throw shareSpent(provider, bucket, remember(new Share(provider, bucket, run.get()), allowedAt.get()));
        }
        String reason = "its " + spent.limit() + " calls of 24 hours to " + bucket + " are spent";
        parks.park(new Park(provider, bucket, allowedAt.get(), reason, Park.Kind.BAN));
        throw new ThrottledFailure(provider, allowedAt.get(), reason);
    }

    private int limit(String provider, String bucket) {
        Integer configured = settings.dailyQuotas().get(provider);
        ToIntFunction<String> stating = stated.get(provider);
        int known = stating == null ? 0 : stating.applyAsInt(bucket);
        return configured == null || known == ProviderBudget.EXEMPT ? known : configured;
    }

    private Wait remember(Share share, Instant until) {
        Instant now = clock.instant();
        Instant lookAgainAt = now.plus(LOOK_AGAIN).isBefore(until) ? now.plus(LOOK_AGAIN) : until;
        Wait wait = new Wait(until, lookAgainAt);
        spentShares.values().removeIf(other -> !other.lookAgainAt().isAfter(now));
        if (spentShares.put(share, wait) == null) {
            log.info(
                    "Run {} has had its share of the day's calls to {} {} and waits, at most until {}; others go on",
                    share.run(),
                    share.provider(),
                    share.bucket(),
                    until);
        }
        return wait;
    }

    private ShareSpentFailure shareSpent(String provider, String bucket, Wait wait) {
        return new ShareSpentFailure(
                provider,
                wait.until(),
                "this run has had its share of the day's calls to " + bucket,
                Duration.between(clock.instant(), wait.lookAgainAt()));
    }
}
