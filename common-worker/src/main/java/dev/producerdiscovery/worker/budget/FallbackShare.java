package dev.producerdiscovery.worker.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The part of a rate that is this process's own while all cannot share the whole: as much as every other living process
 * has. Thread-safe.
 */
final class FallbackShare implements DoubleSupplier {

    private static final Logger log = LoggerFactory.getLogger(FallbackShare.class);
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(10);

    private final IntSupplier livingProcesses;
    private final double otherwise;
    private final InstantSource clock;
    private Instant askAgain = Instant.MIN;
    private double share;

    /**
     * @param livingProcesses asks the database, and may throw when that is away, too
     * @param otherwise the part while nobody knows
     */
    FallbackShare(IntSupplier livingProcesses, double otherwise, InstantSource clock) {
        this.livingProcesses = livingProcesses;
        this.otherwise = otherwise;
        this.clock = clock;
        this.share = otherwise;
    }

    @Override
    public synchronized double getAsDouble() {
        Instant now = clock.instant();
        if (!now.isBefore(askAgain)) {
            askAgain = now.plus(BELIEVED_FOR);
            share = ask();
        }
        return share;
    }

    private double ask() {
        try {
            return 1.0 / Math.max(1, livingProcesses.getAsInt());
        } catch (DataAccessException | TransactionException e) {
            log.debug("Could not count the living processes", e);
            return otherwise;
        }
    }
}
