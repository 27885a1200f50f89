package dev.producerdiscovery.enrichment;

import java.util.List;
import java.util.UUID;

/**
 * A producer as stored.
 *
 * @param id the row that stands for the person
 * @param identities who the person is at the providers, over all rows that were merged
 */
record Producer(UUID id, String name, List<Identity> identities) {}
