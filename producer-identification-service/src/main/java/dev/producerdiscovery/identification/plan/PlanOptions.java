package dev.producerdiscovery.identification.plan;

import java.time.Duration;

/**
 * How the sources are asked.
 *
 * @param confirm ask every source, also when a producer is found
 * @param patience a source that answers again within this time is waited for before a dearer one is asked
 */
public record PlanOptions(boolean confirm, Duration patience) {}
