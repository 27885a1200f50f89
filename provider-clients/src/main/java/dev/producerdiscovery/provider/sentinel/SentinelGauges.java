package dev.producerdiscovery.provider.sentinel;

import dev.producerdiscovery.provider.http.Condition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** For each provider and condition 1 while it is in it, else 0. */
final class SentinelGauges {

    private SentinelGauges() {}

    static void register(MeterRegistry meters, String provider, Sentinel sentinel) {
        for (Condition condition : Condition.values()) {
            Gauge.builder("provider.condition", () -> is(sentinel, provider, condition) ? 1 : 0)
                    .description("1 for the condition in which a provider was when it was last looked at")
                    .tag("provider", provider)
                    .tag("condition", condition.toString())
                    .register(meters);
        }
    }

    private static boolean is(Sentinel sentinel, String provider, Condition condition) {
        return sentinel.last().stream()
                .anyMatch(check ->
                        check.provider().equals(provider) && check.examination().condition() == condition);
    }
}
