package dev.producerdiscovery.simulator.traffic;

import java.time.Instant;

/** What becomes of a call. */
sealed interface Verdict {

    /** It reaches the provider's face. */
    record Pass() implements Verdict {}

    /** It reaches the provider's face, whose answer is spoilt on its way back. */
    record Spoilt(Damage damage) implements Verdict {}

    /** The connection is closed. */
    record Drop() implements Verdict {}

    /** Nothing happens until the caller gives up. */
    record Hang() implements Verdict {}

    /** The provider's machinery fails. */
    record Failure(int status) implements Verdict {}

    /** A web page where JSON was due. */
    record WebPage() implements Verdict {}

    /** Too many calls. */
    record Throttle(Instant until) implements Verdict {}

    /** The day's allowance of this endpoint is spent. */
    record QuotaSpent(Instant until) implements Verdict {}
}
