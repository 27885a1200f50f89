package dev.producerdiscovery.worker.budget;

import java.time.Instant;
import java.util.function.ToIntFunction;

final class UnlimitedBudget implements ProviderBudget {

    @Override
    public void acquire(String provider, String bucket) {}

    @Override
    public void park(String provider, String bucket, Instant until, String reason) {}

    @Override
    public void quotaSpent(String provider, String bucket, Instant until, String reason) {}

    @Override
    public void quota(String provider, ToIntFunction<String> callsADay) {}

    @Override
    public void parkForOutage(String provider, Instant until, String reason) {}

    @Override
    public void answered(String provider) {}

    @Override
    public Instant availableAt(String provider) {
        return Instant.MIN;
    }

    @Override
    public void disable(String provider, String reason) {}
}
