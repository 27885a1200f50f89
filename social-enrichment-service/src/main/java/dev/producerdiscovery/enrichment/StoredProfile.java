package dev.producerdiscovery.enrichment;

import java.util.UUID;

/**
 * A profile that is stored.
 *
 * @param person the row that stands for the producer afterwards
 * @param askAgain whether the person is known under ids by now that were not asked about
 */
record StoredProfile(UUID producerId, UUID person, boolean askAgain) {}
