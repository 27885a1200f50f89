package dev.producerdiscovery.worker.failure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider does not answer before a known time: rate limit, spent quota, ban, outage or open circuit. It is the
 * provider's state, not the message's fault, so the message is put back and pays no attempt.
 */
public sealed class ThrottledFailure extends WorkFailure permits ShareSpentFailure {

    private static final long serialVersionUID = 1L;

    private final String provider;
    private final Instant until;

    public ThrottledFailure(String provider, Instant until, String reason) {
        this(provider, until, reason, null);
    }

    public ThrottledFailure(String provider, Instant until, String reason, @Nullable Throwable cause) {
        super(provider + " does not answer before " + until + ": " + reason, cause);
        this.provider = provider;
        this.until = until;
    }

    public String provider() {
        return provider;
    }

    public Instant until() {
        return until;
    }
}
