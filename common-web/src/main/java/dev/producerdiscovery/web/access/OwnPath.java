package dev.producerdiscovery.web.access;

import java.net.URI;
import java.util.regex.Pattern;

/** Where a browser may be sent after signing in: somewhere within this service, and nowhere else. */
final class OwnPath {

    /** A longer one would not fit the head of an answer. */
    private static final int LONGEST = 1000;
    /** Browsers drop some control characters and take a backslash for a slash, so that other hosts hide behind them. */
    private static final Pattern PLAIN = Pattern.compile("/[!-~&&[^\\\\]]*");

    private static final URI HERE = URI.create("http://here.invalid/");

    private OwnPath() {}

    /** {@code to} itself, or the start page at {@code base} when it leads elsewhere or is no path. */
    static String of(String to, String base) {
        return isOwn(to) ? to : base + "/";
    }

    private static boolean isOwn(String to) {
        if (to.length() > LONGEST || !PLAIN.matcher(to).matches()) {
            return false;
        }
        try {
            URI target = HERE.resolve(to);
            return HERE.getScheme().equals(target.getScheme())
                    && HERE.getAuthority().equals(target.getAuthority())
                    && to.startsWith(target.getRawPath())
                    && !target.getRawPath().contains("//");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
