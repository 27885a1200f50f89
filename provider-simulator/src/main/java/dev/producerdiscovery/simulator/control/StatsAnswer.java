package dev.producerdiscovery.simulator.control;

import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.traffic.Ledger;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ledger as JSON. */
final class StatsAnswer {

    private StatsAnswer() {}

    static Map<String, @Nullable Object> of(Ledger ledger) {
        Map<String, Map<String, Map<String, Integer>>> calls = new TreeMap<>();
        Map<String, Integer> totals = new TreeMap<>();
        ledger.calls().forEach((call, count) -> {
            int afterProvider = call.indexOf(' ');
            int beforeOutcome = call.lastIndexOf(' ');
            String provider = call.substring(0, afterProvider);
            calls.computeIfAbsent(provider, ignored -> new TreeMap<>())
                    .computeIfAbsent(call.substring(afterProvider + 1, beforeOutcome), ignored -> new TreeMap<>())
                    .put(call.substring(beforeOutcome + 1), count);
            totals.merge(provider, count, Integer::sum);
        });
        Map<String, Integer> again = new TreeMap<>();
        ledger.refusals().forEach((what, count) -> {
            if (count > 1) {
                again.put(what, count - 1);
            }
        });
        return Json.object(
                "totals", totals,
                "calls", calls,
                "early_calls", ledger.early(),
                "refusals", ledger.refusals(),
                "refused_and_asked_again", again);
    }
}
