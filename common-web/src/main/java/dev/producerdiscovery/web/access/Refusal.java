package dev.producerdiscovery.web.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * @param detail tells the caller what is missing; never says how near a wrong token came
 * @param retryAfter when asking again makes sense; null where it never does
 */
record Refusal(HttpStatus status, String detail, @Nullable Duration retryAfter) {

    static Refusal forbidden(String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, detail, null);
    }

    static Refusal unauthorized(String detail) {
        return new Refusal(HttpStatus.UNAUTHORIZED, detail, null);
    }

    static Refusal tooManyGuesses(Duration wait) {
        return new Refusal(
                HttpStatus.TOO_MANY_REQUESTS, "Too many wrong tokens were shown. Wait a little and try again.", wait);
    }
}
