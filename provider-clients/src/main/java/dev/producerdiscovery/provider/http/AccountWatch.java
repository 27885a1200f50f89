package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that refuses our account is left alone for a while, with one line in the log for the person who can mend
 * it. Nothing that we could retry helps: keys, subscription and permissions are the same for every item. Thread-safe.
 */
final class AccountWatch {

    private static final Logger log = LoggerFactory.getLogger(AccountWatch.class);

    private final String provider;
    private final ProviderBudget budget;
    private final Clock clock;
    private final Duration park;
    private final AtomicBoolean refused = new AtomicBoolean();

    AccountWatch(String provider, ProviderBudget budget, Clock clock, Duration park) {
        this.provider = provider;
        this.budget = budget;
        this.clock = clock;
        this.park = park;
    }

    ThrottledFailure refused(String problem) {
        Instant until = clock.instant().plus(park);
        String reason = "account problem: " + problem;
        budget.park(provider, ProviderBudget.ALL_BUCKETS, until, reason);
        if (refused.compareAndSet(false, true)) {
            log.warn(
                    "{} refuses our account: {}. It is asked again at {}; work that needs it waits until then",
                    provider,
                    problem,
                    until);
        }
        return new ThrottledFailure(provider, until, reason);
    }

    void accepted() {
        if (refused.compareAndSet(true, false)) {
            log.info("{} accepts our account again", provider);
        }
    }
}
