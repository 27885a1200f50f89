package dev.producerdiscovery.worker.pgmq;

import java.time.Duration;
import java.time.Instant;

/**
 * The lower end of what a queue holds.
 *
 * @param mark before it no message that was there is or becomes visible
 * @param took what the server needed to find it
 */
public record LowWater(Instant mark, Duration took) {}
