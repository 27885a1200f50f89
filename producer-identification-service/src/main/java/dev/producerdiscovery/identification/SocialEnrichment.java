package dev.producerdiscovery.identification;

import java.util.UUID;

/** The body of a message that asks for a producer's profiles. */
record SocialEnrichment(UUID producerId, String producerName) {}
