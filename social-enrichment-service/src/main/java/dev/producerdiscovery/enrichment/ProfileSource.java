package dev.producerdiscovery.enrichment;

import java.util.Optional;

/**
 * A provider that can be asked about a person whose id there is known.
 *
 * <p>The order of the beans is the order of trust: where two sources differ, the earlier one counts.
 */
interface ProfileSource {

    /** The provider, as identities name it. */
    String provider();

    /** False without a key: then nobody is asked, and nobody waits. */
    boolean isConfigured();

    /**
     * Asks about one person. Costs one call.
     *
     * @return empty when the provider has no such person
     * @throws dev.producerdiscovery.worker.failure.WorkFailure when there is no answer
     */
    Optional<Findings> ask(String externalId);
}
