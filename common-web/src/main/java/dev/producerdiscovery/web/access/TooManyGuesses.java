package dev.producerdiscovery.web.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A token was shown that is not looked at, because its caller, or all of them, showed so many wrong ones. */
final class TooManyGuesses extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    static final String DETAIL = "Too many wrong tokens were shown. Wait a little and try again.";

    private final Duration wait;

    /** @param wait until one is looked at again */
    TooManyGuesses(Duration wait) {
        super(DETAIL);
        this.wait = wait;
    }

    Duration getWait() {
        return wait;
    }
}
