package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.engine.Ending;

/** How a delivery ended, and why. */
record Conclusion(Ending ending, String reason) {

    static Conclusion lost() {
        return new Conclusion(
                Ending.LOST,
                "the lease is not held any more: the message was settled before, or another worker has it");
    }
}
