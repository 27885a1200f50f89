package dev.producerdiscovery.simulator.traffic;

import java.time.Instant;

/** What becomes of a call. */
sealed interface Treatment {

    /** It reaches the provider's face. */
    record Pass() implements Treatment {}

    /** It reaches the provider's face, whose answer is spoilt on its way back. */
    record Spoilt(Damage damage) implements Treatment {}

    /** The connection is closed. */
    record Drop() implements Treatment {}

    /** Nothing happens until the caller gives up. */
    record Hang() implements Treatment {}

    /** The provider's machinery fails. */
    record Failure(int status) implements Treatment {}

    /** A web page where JSON was due. */
    record WebPage() implements Treatment {}

    /** Too many calls. */
    record Throttle(Instant until) implements Treatment {}

    /** The day's allowance of this endpoint is spent. */
    record QuotaSpent(Instant until) implements Treatment {}
}
