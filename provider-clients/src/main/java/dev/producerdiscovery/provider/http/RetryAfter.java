package dev.producerdiscovery.provider.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Retry-After} header: seconds, also with a fraction, or an HTTP date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110</a>
 */
final class RetryAfter {

    private static final Duration LEAST = Duration.ofSeconds(1);
    /** The longest ban reported of any provider is a day; more than this is a mistake that would stop us for good. */
    private static final Duration MOST = Duration.ofDays(2);

    private RetryAfter() {}

    static Optional<Duration> read(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        return seconds(header.strip()).or(() -> date(header.strip(), now)).map(RetryAfter::bounded);
    }

    private static Optional<Duration> seconds(String header) {
        try {
            double seconds = Double.parseDouble(header);
            return Double.isFinite(seconds)
                    ? Optional.of(Duration.ofSeconds((long) Math.ceil(seconds)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String header, Instant now) {
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration pause) {
        return pause.compareTo(LEAST) < 0 ? LEAST : pause.compareTo(MOST) > 0 ? MOST : pause;
    }
}
