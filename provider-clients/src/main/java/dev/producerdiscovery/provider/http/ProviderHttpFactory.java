package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builds the {@link ProviderHttp} of each client. Several of one provider share its outages and its account. */
public final class ProviderHttpFactory {

    private final ProviderBudget budget;
    private final ProviderSettings settings;
    private final Clock clock;
    private final Backoff backoff;
    private final MeterRegistry meters;
    private final Map<String, Outage> outages = new ConcurrentHashMap<>();
    private final Map<String, AccountWatch> accounts = new ConcurrentHashMap<>();

    public ProviderHttpFactory(
            ProviderBudget budget,
            ProviderSettings settings,
            Clock clock,
            RandomGenerator random,
            Pause pause,
            MeterRegistry meters) {
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
        this.backoff = new Backoff(settings, random, pause);
        this.meters = meters;
    }

    /**
     * @param headers sent with every request
     * @param probe asks for something so simple that only a provider that is down fails on it; null where a single
     *     endpoint is all there is
     */
    public ProviderHttp create(
            String provider,
            Dialect dialect,
            Authorisation authorisation,
            Map<String, String> headers,
            @Nullable Request probe) {
        return new ProviderHttp(
                provider,
                budget,
                new Exchange(provider, new Transport(settings, headers), dialect, meters),
                outages.computeIfAbsent(provider, name -> new Outage(name, budget, clock, settings)),
                accounts.computeIfAbsent(
                        provider, name -> new AccountWatch(name, budget, clock, settings.accountPark())),
                authorisation,
                backoff,
                clock,
                probe);
    }

    /** @param pauseWhenUnstated how long to wait after a 429 that does not say */
    public StandardDialect standardDialect(Duration pauseWhenUnstated) {
        return new StandardDialect(clock, pauseWhenUnstated);
    }

    public Clock clock() {
        return clock;
    }

    /** For a provider without its key: the budget says so once, and nobody waits for it. */
    public void switchOff(String provider, String reason) {
        budget.disable(provider, reason);
    }
}
