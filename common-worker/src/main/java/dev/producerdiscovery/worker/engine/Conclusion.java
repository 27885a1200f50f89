package dev.producerdiscovery.worker.engine;

/** How a delivery ended, and why. */
record Conclusion(Ending ending, String reason) {

    static Conclusion lost() {
        return new Conclusion(Ending.LOST, "the lease was lost: another worker holds the message");
    }
}
