package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import java.time.Clock;
import java.time.Instant;

/** What every call to one provider passes through. */
record CallParts(
        String provider,
        ProviderBudget budget,
        Exchange exchange,
        ProviderOutage outage,
        AccountWatch account,
        Authorisation authorisation,
        Retries retries,
        Clock clock) {

    /** Nobody calls before the stated wait is over. Returns until when. */
    Instant park(String endpoint, Meaning.Limited limited) {
        Instant until = clock.instant().plus(limited.pause());
        if (limited.wholeProvider()) {
            budget.park(provider, ProviderBudget.ALL_BUCKETS, until, limited.message());
        } else {
            budget.quotaSpent(provider, endpoint, until, limited.message());
        }
        return until;
    }
}
