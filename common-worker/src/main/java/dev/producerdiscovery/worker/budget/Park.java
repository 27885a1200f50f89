package dev.producerdiscovery.worker.budget;

import java.time.Instant;

/** A time before which a bucket must not be called. */
record Park(String provider, String bucket, Instant until, String reason, boolean outage) {

    boolean covers(String calledBucket) {
        return bucket.equals(ProviderBudget.ALL_BUCKETS) || bucket.equals(calledBucket);
    }
}
