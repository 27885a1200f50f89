package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a provider that is down from an item that fails. Down means several broken answers in a row, whoever asked:
 * then the provider is parked for everybody, longer each time, until one call goes through. Thread-safe.
 */
final class ProviderOutage {

    private static final Logger log = LoggerFactory.getLogger(ProviderOutage.class);
    /** One in ten calls failing by chance makes such a row once in 100,000 calls. */
    private static final int BROKEN_IN_A_ROW = 5;
    /** While one call finds out whether the provider is back, the others wait this long. */
    private static final Duration PROBING = Duration.ofSeconds(1);

    private final String provider;
    private final ProviderBudget budget;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private final IntervalFunction waits;
    private final AtomicInteger openings = new AtomicInteger();
    private volatile Instant until = Instant.MIN;
    private volatile String lastProblem = "";

    ProviderOutage(String provider, ProviderBudget budget, Clock clock, ProviderSettings settings) {
        this.provider = provider;
        this.budget = budget;
        this.clock = clock;
        this.waits = IntervalFunction.ofExponentialBackoff(settings.outageFirstPark(), 2, settings.outageLongestPark());
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(BROKEN_IN_A_ROW)
                        .minimumNumberOfCalls(BROKEN_IN_A_ROW)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(waits)
                        .clock(clock)
                        .build());
        breaker.getEventPublisher().onStateTransition(this::changed);
    }

    /**
     * Call before a request is sent, and exactly one of {@link #answered} and {@link #broken} after it, or {@link
     * #notSent} instead.
     */
    void admit() {
        if (!breaker.tryAcquirePermission()) {
            throw failure();
        }
    }

    /** Lets another call find out: the one that was admitted was not made. */
    void notSent() {
        breaker.releasePermission();
    }

    void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        budget.answered(provider);
    }

    void broken(String problem) {
        lastProblem = problem;
        breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(problem));
    }

    boolean lasts() {
        return breaker.getState() != State.CLOSED;
    }

    boolean isBeingProbed() {
        return breaker.getState() == State.HALF_OPEN;
    }

    /** What went wrong last, while the provider is down. */
    Optional<String> problem() {
        return lasts() ? Optional.of(lastProblem) : Optional.empty();
    }

    ThrottledFailure failure() {
        Instant soon = clock.instant().plus(PROBING);
        return new ThrottledFailure(provider, until.isAfter(soon) ? until : soon, lastProblem);
    }

    private void changed(CircuitBreakerOnStateTransitionEvent event) {
        State from = event.getStateTransition().getFromState();
        switch (event.getStateTransition().getToState()) {
            case OPEN -> {
                until = clock.instant().plusMillis(waits.apply(openings.incrementAndGet()));
                budget.parkForOutage(provider, until, lastProblem);
                if (from == State.CLOSED) {
                    log.warn(
                            "{} is down ({}). Work that needs it waits and goes on by itself; next try at {}",
                            provider,
                            lastProblem,
                            until);
                }
            }
            case CLOSED -> {
                openings.set(0);
                log.info("{} answers again", provider);
            }
            default -> {
                // Half open: the next call will tell.
            }
        }
    }
}
