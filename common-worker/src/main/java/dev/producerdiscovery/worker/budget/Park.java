package dev.producerdiscovery.worker.budget;

import java.time.Instant;

/** A time before which a bucket must not be called. */
record Park(String provider, String bucket, Instant until, String reason, Kind kind) {

    enum Kind {
        /** Lasts until its time. */
        BAN,
        /** A ban because the provider says that a quota is spent, from which its limit can be learned. */
        QUOTA,
        /** Ends when the provider answers. */
        OUTAGE
    }

    boolean covers(String calledBucket) {
        return bucket.equals(ProviderBudget.ALL_BUCKETS) || bucket.equals(calledBucket);
    }

    boolean isOutage() {
        return kind == Kind.OUTAGE;
    }
}
