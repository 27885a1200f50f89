package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.Delivery;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery ended, for those who watch.
 *
 * @param reason why, in words; empty where there is nothing to explain
 * @param cause what was thrown, if that is why
 * @param defect nobody foresaw the failure
 * @param took from the read to the end
 */
public record Ended(
        Delivery delivery,
        Ending ending,
        String reason,
        @Nullable Throwable cause,
        boolean defect,
        Duration took) {}
