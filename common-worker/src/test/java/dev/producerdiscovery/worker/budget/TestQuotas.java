package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Budgets with nothing but a quota, for tests of what becomes of messages. */
public final class TestQuotas {

    private TestQuotas() {}

    /** So many calls a day to each bucket of the provider, of which a run may have four fifths of what others leave. */
    public static ProviderBudget of(String provider, int calls, JdbcClient jdbc) {
        Clock clock = Clock.systemUTC();
        BudgetSettings settings =
                new BudgetSettings(Map.of(), Map.of(provider, calls), 0.2, 0.8, Duration.ofSeconds(20));
        BudgetStore store = new BudgetStore(jdbc);
        Parks parks = new Parks(store, clock, () -> false);
        SharedBuckets none = (name, rate) -> {
            throw new IllegalStateException("no rate is kept here");
        };
        RedisGate gate = new RedisGate(new Outage("Redis", "The test goes on.", clock), clock, Duration.ofSeconds(5));
        return new SharedProviderBudget(
                parks,
                new RateLimits(settings, none, gate, settings::fallbackShare, clock, Pause.real()),
                new DailyQuotas(settings, store, parks, clock),
                clock);
    }
}
