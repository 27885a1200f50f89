package dev.producerdiscovery.fleet.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says for whom a run waits and how long, and when it is long, that nobody has to sit and watch. */
final class WaitNotice {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final String correlationId;

    WaitNotice(InstantSource clock, String correlationId) {
        this.clock = clock;
        this.correlationId = correlationId;
    }

    List<String> lines(RunProgress progress) {
        List<String> lines = new ArrayList<>();
        boolean wholeRunWaits = progress.state().startsWith("waiting");
        Duration longest = Duration.ZERO;
        for (RunProgress.Waiting wait : progress.waiting()) {
            Duration left = left(wait.until());
            longest = left.compareTo(longest) > 0 ? left : longest;
            lines.add("waits for " + wait.provider() + " until " + readable(wait.until()) + ", " + words(left)
                    + (wait.reason().isEmpty() ? "" : ": " + wait.reason()));
        }
        if (wholeRunWaits && longest.compareTo(LONG) > 0) {
            lines.add("You may leave (Ctrl-C): the run goes on by itself while the fleet is up, and after ./fleet up.");
            lines.add("See it again: ./fleet watch " + correlationId);
        }
        return lines;
    }

    private Duration left(String until) {
        try {
            Duration left = Duration.between(clock.instant(), Instant.parse(until));
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private static String readable(String until) {
        try {
            return MINUTE.format(Instant.parse(until));
        } catch (DateTimeParseException e) {
            return until;
        }
    }

    private static String words(Duration left) {
        if (left.compareTo(Duration.ofMinutes(1)) < 0) {
            return "less than a minute";
        }
        long hours = left.toHours();
        return "for " + (hours == 0 ? "" : hours + " h ") + left.toMinutesPart() + " min";
    }
}
