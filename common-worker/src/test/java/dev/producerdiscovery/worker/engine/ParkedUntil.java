package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** A budget whose providers answer again at a time that the test sets. */
record ParkedUntil(Supplier<Instant> until) implements ProviderBudget {

    @Override
    public void acquire(String provider, String bucket) {}

    @Override
    public void park(String provider, String bucket, Instant at, String reason) {}

    @Override
    public void quotaSpent(String provider, String bucket, Instant at, String reason) {}

    @Override
    public void quota(String provider, ToIntFunction<String> callsADay) {}

    @Override
    public void parkForOutage(String provider, Instant at, String reason) {}

    @Override
    public void answered(String provider) {}

    @Override
    public Instant availableAt(String provider) {
        return until.get();
    }

    @Override
    public void disable(String provider, String reason) {}
}
