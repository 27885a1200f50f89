package dev.producerdiscovery.albumdiscovery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, of which perhaps only the year or the month is meant. Spotify gives dates as {@code 1994}, {@code 1994-03} or
 * {@code 1994-03-21}.
 *
 * @param day the first day of the year or month where no more is known
 */
record ReleaseDate(LocalDate day, Precision precision) {

    enum Precision {
        YEAR,
        MONTH,
        DAY;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:T.*)?");

    /** Before it, no sound was recorded; {@code 0000} stands for an unknown year. */
    private static final int FIRST_YEAR = 1857;

    /** Empty when the text names no day on which something could have been released. */
    static Optional<ReleaseDate> parse(@Nullable String text, @Nullable String precision) {
        Matcher parts = FORM.matcher(text == null ? "" : text.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(1)) < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDate day =
                    LocalDate.of(Integer.parseInt(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
            return Optional.of(new ReleaseDate(day, coarser(written(parts), precision)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private static Precision written(Matcher parts) {
        if (parts.group(2) == null) {
            return Precision.YEAR;
        }
        return parts.group(3) == null ? Precision.MONTH : Precision.DAY;
    }

    /** A date that is written out in full may still be meant as a year: Spotify then says so beside it. */
    private static Precision coarser(Precision written, @Nullable String stated) {
        for (Precision precision : Precision.values()) {
            if (precision == written || precision.label().equals(stated)) {
                return precision;
            }
        }
        return written;
    }
}
