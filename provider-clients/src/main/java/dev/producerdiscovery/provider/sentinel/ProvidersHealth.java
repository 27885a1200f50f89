package dev.producerdiscovery.provider.sentinel;

import dev.producerdiscovery.provider.http.Condition;
import dev.producerdiscovery.provider.http.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * How the providers do that this process uses: what it has noticed itself, else what the last look at them showed. Does no
 * IO. Never "down": what ails a provider is no reason to take this process out.
 */
final class ProvidersHealth extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "a provider does not do what it should");

    private final Supplier<List<Standing>> standings;
    private final Supplier<List<Check>> checks;

    ProvidersHealth(Supplier<List<Standing>> standings, Supplier<List<Check>> checks) {
        this.standings = standings;
        this.checks = checks;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Map<String, String> details = new LinkedHashMap<>();
        boolean degraded = false;
        for (Standing standing : standings.get()) {
            Condition condition = standing.examination().condition();
            String detail = standing.examination().detail();
            if (!standing.on()) {
                details.put(standing.provider(), "switched off: " + detail);
                continue;
            }
            if (condition == Condition.FINE) {
                for (Check check : checks.get()) {
                    if (check.provider().equals(standing.provider())) {
                        condition = check.examination().condition();
                        detail = check.examination().detail();
                    }
                }
            }
            degraded |= condition != Condition.FINE;
            details.put(standing.provider(), detail.isEmpty() ? condition.toString() : condition + ": " + detail);
        }
        builder.status(degraded ? DEGRADED : Status.UP).withDetails(details);
    }
}
