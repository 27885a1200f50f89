package dev.producerdiscovery.worker.engine;

import java.util.Locale;

/** How one delivery of a message ended. */
public enum Ending {
    /** Settled: result, next messages and acknowledgement are committed. */
    DONE,
    /** Acknowledged without effect, because the work was done before. */
    DUPLICATE,
    /** Put back by the handler's wish, without an attempt. */
    RETRY_LATER,
    /** Put back until a provider answers, without an attempt. */
    THROTTLED,
    /** A real attempt failed; it will be tried again. */
    FAILED,
    /** Moved to the dead letter queue. */
    DEAD,
    /** The lease was not held any more, or could not be ended: without any effect this time. */
    LOST,
    /** Put back unfinished because this process stops. */
    RELEASED;

    /** As it appears in metrics and details. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the message left its queue for good as it should. */
    public boolean success() {
        return this == DONE || this == DUPLICATE;
    }

    /** Whether the message was put back into its queue by this process, and may be due soon. */
    public boolean comesAgain() {
        return this == FAILED || this == RETRY_LATER || this == THROTTLED;
    }

    /** Whether somebody may have to look. */
    public boolean error() {
        return this == FAILED || this == DEAD;
    }
}
