package dev.producerdiscovery.worker.faults;

/** What somebody may do to a queue, in {@link QueueModelTest}. */
enum Act {
    SEND,
    CLAIM,
    EXTEND,
    ARCHIVE,
    RELEASE,
    FAIL,
    DEAD,
    TIME_PASSES,
    SIGN_OF_LIFE,
    LEAVE,
    RESET,
    BURY_EXHAUSTED,
    REPROCESS
}
