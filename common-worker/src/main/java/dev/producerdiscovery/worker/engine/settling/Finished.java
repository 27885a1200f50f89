package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.handling.Verdict;
import dev.producerdiscovery.worker.engine.message.InFlight;

/** A message whose verdict is there and waits to be carried out. */
record Finished(InFlight message, Verdict verdict) {

    /** Whether it is to be acknowledged; else it is put back, or buried. */
    boolean leavesTheQueue() {
        return verdict instanceof Verdict.Decided(Outcome outcome)
                && (outcome instanceof Outcome.Done || outcome instanceof Outcome.Duplicate);
    }
}
