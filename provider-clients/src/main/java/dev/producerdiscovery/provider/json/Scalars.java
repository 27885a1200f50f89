package dev.producerdiscovery.provider.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Single values, written in whichever way. */
final class Scalars {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]{1,2000}", Pattern.CASE_INSENSITIVE);

    /** NUL and halves of surrogate pairs: JSON can say them, PostgreSQL cannot hold them. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private Scalars() {}

    /** Null for objects, lists, null, and text that is blank. */
    static @Nullable String text(JsonNode value) {
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            return null;
        }
        String text = UNSTORABLE.matcher(value.asString()).replaceAll("");
        return text.isBlank() ? null : text;
    }

    /** Rounded; null for what is no number or too large for a long. */
    static @Nullable Long number(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        double number = value.isString() ? parse(value.stringValue()) : value.doubleValue(Double.NaN);
        return Double.isFinite(number) && Math.abs(number) < Long.MAX_VALUE ? Long.valueOf(Math.round(number)) : null;
    }

    static boolean isAddress(@Nullable String text) {
        return text != null && ADDRESS.matcher(text).matches();
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
