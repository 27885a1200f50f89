package dev.producerdiscovery.simulator.traffic;

import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts what callers did, well and badly. Thread-safe. */
public final class Ledger {

    /** A call may have left before the caller could know that it has to wait. */
    private static final Duration IN_FLIGHT = Duration.ofMillis(500);

    /** Where a face notes in the request that it refused something for good: asking again is a waste. */
    public static final String REFUSED = Ledger.class.getName() + ".refused";

    /** Callers may ask for what no provider has, each time for something else: beyond these it is counted together. */
    private static final int MOST_KINDS = 1_000;

    private static final String OTHERS = "(others)";

    private record Wait(Instant stated, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, Integer> early = new ConcurrentHashMap<>();
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();

    public Ledger(InstantSource clock) {
        this.clock = clock;
    }

    void arrived(SimulatedProvider provider, String endpoint) {
        if (tooEarly(waits.get(provider.path())) || tooEarly(waits.get(provider.path() + " " + endpoint))) {
            early.merge(provider.path(), 1, Integer::sum);
        }
    }

    /** @param outcome the status, or what happened instead of one or to the answer */
    void answered(SimulatedProvider provider, String endpoint, String outcome) {
        count(calls, provider, endpoint + " " + outcome, OTHERS + " " + outcome);
    }

    void refused(SimulatedProvider provider, String what) {
        count(refusals, provider, what, OTHERS);
    }

    private static void count(Map<String, Integer> counts, SimulatedProvider provider, String what, String otherwise) {
        String key = provider.path() + " " + what;
        boolean own = counts.size() < MOST_KINDS || counts.containsKey(key);
        counts.merge(own ? key : provider.path() + " " + otherwise, 1, Integer::sum);
    }

    /** The caller was told to wait; whatever it sends before that time is too early. */
    void toldToWait(SimulatedProvider provider, Instant until) {
        wait(provider.path(), until);
    }

    void toldToWait(SimulatedProvider provider, String endpoint, Instant until) {
        wait(provider.path() + " " + endpoint, until);
    }

    private void wait(String key, Instant until) {
        Instant now = clock.instant();
        waits.compute(key, (ignored, known) -> {
            boolean running = known != null && known.until().isAfter(now);
            return running && !known.until().isBefore(until) ? known : new Wait(running ? known.stated() : now, until);
        });
    }

    private boolean tooEarly(@Nullable Wait wait) {
        Instant now = clock.instant();
        return wait != null && now.isAfter(wait.stated().plus(IN_FLIGHT)) && now.isBefore(wait.until());
    }

    public void reset() {
        calls.clear();
        refusals.clear();
        early.clear();
        waits.clear();
    }

    /** How often each call ended how: "provider endpoint outcome". */
    public Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    /** How often something was asked that was refused for good: "provider what". */
    public Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    /** Calls by provider that came before a stated wait was over. */
    public Map<String, Integer> early() {
        return new TreeMap<>(early);
    }
}
