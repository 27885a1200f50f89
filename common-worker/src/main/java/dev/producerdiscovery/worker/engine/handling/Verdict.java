package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.Outcome;

/** What is to be done with a message: what its handler decided, or a failure that may be tried again. */
public sealed interface Verdict {

    record Decided(Outcome outcome) implements Verdict {}

    /**
     * A real attempt failed.
     *
     * @param defect nobody foresaw it: recorded as an issue with the head of its stack
     */
    record Failed(String error, Throwable cause, boolean defect) implements Verdict {}

    /** The database did not serve it; whether that is an attempt is for {@link Refusals} to say. */
    record Refused(String error, Throwable cause) implements Verdict {}
}
