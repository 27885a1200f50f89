package dev.producerdiscovery.monitor.budgets;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is used of each budget, and how long a provider still has to be left alone, as metrics. */
@Component
class BudgetGauges {

    private static final Logger log = LoggerFactory.getLogger(BudgetGauges.class);

    private final Budgets budgets;
    private final InstantSource clock;
    private final MultiGauge used;
    private final MultiGauge limits;
    private final MultiGauge parked;

    BudgetGauges(Budgets budgets, InstantSource clock, MeterRegistry registry) {
        this.budgets = budgets;
        this.clock = clock;
        this.used = MultiGauge.builder("producer.discovery.budget.used")
                .description("Calls counted against a quota")
                .register(registry);
        this.limits = MultiGauge.builder("producer.discovery.budget.limit")
                .description("Calls that a quota allows")
                .register(registry);
        this.parked = MultiGauge.builder("producer.discovery.budget.parked")
                .description("Time until a provider may be called again")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "${producer-discovery.monitor.gauges-every}")
    void refresh() {
        try {
            List<Budget> all = budgets.counted();
            List<Budget> limited =
                    all.stream().filter(budget -> budget.limit() != null).toList();
            used.register(rows(limited, Budget::used), true);
            limits.register(rows(limited, budget -> Objects.requireNonNullElse(budget.limit(), 0)), true);
            Instant now = clock.instant();
            parked.register(rows(all, budget -> secondsLeft(budget, now)), true);
        } catch (DataAccessException e) {
            List.of(used, limits, parked).forEach(gauge -> gauge.register(List.of(), true));
            // The gauges of the queues are missing for the same reason, and tell of it.
            log.debug("Could not read the budgets", e);
        }
    }

    private static Iterable<Row<?>> rows(List<Budget> budgets, Function<Budget, ? extends Number> value) {
        return budgets.stream()
                .<Row<?>>map(budget ->
                        Row.of(Tags.of("provider", budget.provider(), "bucket", budget.bucket()), value.apply(budget)))
                .toList();
    }

    private static long secondsLeft(Budget budget, Instant now) {
        Instant until = budget.parkedUntil();
        return until == null ? 0 : Math.max(0, Duration.between(now, until).toSeconds());
    }
}
