package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.AnswerCache;
import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.resilience.Pause;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builds the {@link ProviderHttp} of each client. Several of one provider share its outages and its account. */
public final class ProviderHttpFactory {

    private final ProviderBudget budget;
    private final ProviderSettings settings;
    private final AnswerCache cache;
    private final Clock clock;
    private final Retries retries;
    private final MeterRegistry meters;
    private final Map<String, ProviderOutage> outages = new ConcurrentHashMap<>();
    private final Map<String, AccountWatch> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> off = new ConcurrentHashMap<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    public ProviderHttpFactory(
            ProviderBudget budget,
            ProviderSettings settings,
            AnswerCache cache,
            Clock clock,
            RandomGenerator random,
            Pause pause,
            MeterRegistry meters) {
        this.budget = budget;
        this.settings = settings;
        this.cache = cache;
        this.clock = clock;
        this.retries = new Retries(settings, random, pause);
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
        CallParts parts = new CallParts(
                provider,
                budget,
                new Exchange(provider, new Transport(settings, headers), dialect, meters),
                outages.computeIfAbsent(provider, name -> new ProviderOutage(name, budget, clock, settings)),
                accounts.computeIfAbsent(
                        provider, name -> new AccountWatch(name, budget, clock, settings.accountPark())),
                authorisation,
                retries,
                clock);
        return new ProviderHttp(provider, cache, new Caller(parts, probe), new Examiner(parts));
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
        off.put(provider, reason);
        budget.disable(provider, reason);
    }

    /** @see ProviderBudget#quota */
    public void quota(String provider, ToIntFunction<String> callsADay) {
        budget.quota(provider, callsADay);
    }

    /**
     * Lets somebody find out how the provider does, unless it is switched off.
     *
     * @param request for the well-known thing of that id
     * @param reader of its answer, which notes what is missing
     */
    public void watch(String provider, ProviderHttp http, Function<String, Request> request, Consumer<Json> reader) {
        if (!off.containsKey(provider)) {
            watches.add(new Watch(provider, id -> http.examine(request.apply(id), reader)));
        }
    }

    /** The providers that this process uses. */
    public List<Watch> watches() {
        return List.copyOf(watches);
    }

    /** How the providers that this process uses do, as far as it has noticed itself. */
    public List<Standing> standings() {
        TreeSet<String> providers = new TreeSet<>(accounts.keySet());
        providers.addAll(off.keySet());
        return providers.stream().map(this::standing).toList();
    }

    private Standing standing(String provider) {
        String reason = off.get(provider);
        if (reason != null) {
            return Standing.off(provider, reason);
        }
        AccountWatch account = accounts.get(provider);
        ProviderOutage outage = outages.get(provider);
        return new Standing(
                provider,
                true,
                account != null && account.problem().isPresent()
                        ? new Examination(Condition.BLOCKED, account.problem().orElse(""))
                        : outage != null && outage.problem().isPresent()
                                ? new Examination(
                                        Condition.DOWN, outage.problem().orElse(""))
                                : Examination.fine());
    }
}
