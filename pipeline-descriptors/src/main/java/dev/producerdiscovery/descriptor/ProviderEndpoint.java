package dev.producerdiscovery.descriptor;

import java.time.Duration;

/**
 * A kind of question to a provider: the bucket of its budget and the label of its metrics.
 *
 * @param keptFor how long an answer is believed; zero for not at all
 */
public record ProviderEndpoint(String name, Duration keptFor) {}
