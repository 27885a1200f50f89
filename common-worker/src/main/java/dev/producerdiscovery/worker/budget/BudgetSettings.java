package dev.producerdiscovery.worker.budget;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What providers allow.
 *
 * @param rates calls per time by provider, like {@code 180/30s}; blank or 0 for no limit
 * @param dailyQuotas calls in any 24 hours by provider, for each of its buckets; 0 for no limit
 * @param fallbackShare part of a rate that this process uses while it can neither share the rate through Redis nor
 *     learn from the database how many processes there are
 * @param runShare part of what the other runs leave of a bucket's daily quota that one run may use; 1 for all of it
 * @param maxWait longest time that a handler waits for a rate before its message is put back
 */
@ConfigurationProperties("producer-discovery.budget")
public record BudgetSettings(
        Map<String, String> rates,
        Map<String, Integer> dailyQuotas,
        @DefaultValue("0.2") double fallbackShare,
        @DefaultValue("0.8") double runShare,
        @DefaultValue("20s") Duration maxWait) {

    /** @throws IllegalArgumentException naming the property and its value */
    public BudgetSettings {
        rates = rates == null ? Map.of() : Map.copyOf(rates);
        dailyQuotas = dailyQuotas == null ? Map.of() : Map.copyOf(dailyQuotas);
        requireShare("fallback-share", fallbackShare);
        requireShare("run-share", runShare);
        rates.forEach((provider, text) -> parse(provider, text));
    }

    /** No limits at all. */
    public static BudgetSettings unlimited() {
        return new BudgetSettings(Map.of(), Map.of(), 1, 1, Duration.ofSeconds(20));
    }

    Map<String, Rate> parsedRates() {
        Map<String, Rate> parsed = new LinkedHashMap<>();
        rates.forEach((provider, text) -> parse(provider, text).ifPresent(rate -> parsed.put(provider, rate)));
        return parsed;
    }

    private static void requireShare(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "producer-discovery.budget." + name + " must be above 0 and at most 1, but is " + share);
        }
    }

    private static Optional<Rate> parse(String provider, String text) {
        try {
            return Rate.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "producer-discovery.budget.rates." + provider + ": " + e.getMessage(), e);
        }
    }
}
