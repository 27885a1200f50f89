package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that refuses our account is left alone for a while, with one line in the log for the person who can mend
 * it. Nothing that we could retry helps: keys, subscription and permissions are the same for every item. After the while
 * one call finds out whether somebody has mended it; the others wait for what it hears. Thread-safe.
 */
final class AccountWatch {

    private static final Logger log = LoggerFactory.getLogger(AccountWatch.class);
    private static final Duration FINDING_OUT = Duration.ofSeconds(1);

    private final String provider;
    private final ProviderBudget budget;
    private final Clock clock;
    private final Duration park;
    private final Semaphore findingOut = new Semaphore(1);
    private volatile @Nullable String problem;

    AccountWatch(String provider, ProviderBudget budget, Clock clock, Duration park) {
        this.provider = provider;
        this.budget = budget;
        this.clock = clock;
        this.park = park;
    }

    /**
     * Call before a request is sent, and {@link #done} after its answer if this returns true.
     *
     * @throws ThrottledFailure while another call finds out whether the account is still refused
     */
    boolean admit() {
        String known = problem;
        if (known == null) {
            return false;
        }
        if (!findingOut.tryAcquire()) {
            throw new ThrottledFailure(provider, clock.instant().plus(FINDING_OUT), reason(known));
        }
        return true;
    }

    void done() {
        findingOut.release();
    }

    ThrottledFailure refused(String what) {
        Instant until = clock.instant().plus(park);
        budget.park(provider, ProviderBudget.ALL_BUCKETS, until, reason(what));
        boolean news;
        synchronized (this) {
            news = problem == null;
            problem = what;
        }
        if (news) {
            log.warn(
                    "{} refuses our account: {}. It is asked again at {}; work that needs it waits until then",
                    provider,
                    what,
                    until);
        }
        return new ThrottledFailure(provider, until, reason(what));
    }

    void accepted() {
        if (problem == null) {
            return;
        }
        synchronized (this) {
            if (problem == null) {
                return;
            }
            problem = null;
        }
        log.info("{} accepts our account again", provider);
    }

    /** What it says is wrong with our account, if anything. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private static String reason(String problem) {
        return "account problem: " + problem;
    }
}
