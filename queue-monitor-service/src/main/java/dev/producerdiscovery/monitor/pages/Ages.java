package dev.producerdiscovery.monitor.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says times as people do; templates call it as {@code @ages}. */
@Component("ages")
class Ages {

    private static final Duration DAY = Duration.ofDays(1);

    private final InstantSource clock;

    Ages(InstantSource clock) {
        this.clock = clock;
    }

    /** For example {@code 45 s}, {@code 3 min}, {@code 2 h 5 min}, {@code 4 d}; a dash for nothing. */
    public String of(long seconds) {
        return seconds <= 0 ? "–" : of(Duration.ofSeconds(seconds));
    }

    public String since(Instant start) {
        return of(Duration.between(start, clock.instant()));
    }

    public String until(Instant end) {
        return of(Duration.between(clock.instant(), end));
    }

    /** For times that arrive as text in a report of the database. */
    public String since(@Nullable String start) {
        return start == null ? "–" : since(OffsetDateTime.parse(start).toInstant());
    }

    private static String of(Duration age) {
        if (age.compareTo(DAY) >= 0) {
            return age.toDays() + " d" + rest(age.toHoursPart(), " h");
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h" + rest(age.toMinutesPart(), " min");
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
    }

    private static String rest(int count, String unit) {
        return count == 0 ? "" : " " + count + unit;
    }
}
