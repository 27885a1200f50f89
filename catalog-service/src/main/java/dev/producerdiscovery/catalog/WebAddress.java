package dev.producerdiscovery.catalog;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells web addresses from texts that a browser would do something else with, such as {@code javascript:…}. */
public final class WebAddress {

    private static final Pattern HTTP = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    public static boolean isOne(@Nullable String text) {
        return text != null && HTTP.matcher(text).matches();
    }

    /** Null for what is none. */
    public static @Nullable String orNull(@Nullable String text) {
        return isOne(text) ? text : null;
    }
}
