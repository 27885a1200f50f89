package dev.producerdiscovery.secrets;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets that this process knows, and the removal of them from any text before it is logged, stored or shown. What
 * looks like a secret is removed as well, known or not. One for the whole process, because its log is one. Thread-safe.
 */
public final class Secrets {

    private static final String STARS = "***";

    /** Access tokens come by the hour; the older ones are worth nothing, and each is looked for in every line. */
    private static final int MOST_PASSING = 5;

    /**
     * Scheme and credentials of an Authorization header, wherever they stand. Words of prose are short, or have nothing but
     * small letters after the first.
     */
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "\\b((?i:bearer|basic|token)\\s++)(?=CC*(?:[0-9A-Z_=+/]|[.-]\\w))C{8,}".replace("C", "[^\\s\"'<>,;)]"));

    private static final String NAMES =
            "(?:client_?secret|(?:access|refresh)_?token|api_?key|password|passwd|token|secret)";

    private static final Pattern ASSIGNED = Pattern.compile("(?i)(" + NAMES + "=)[^&\\s\"'<>,;)\\\\]++");

    private static final Pattern QUOTED =
            Pattern.compile("(?i)(NAMES=\\\\?')[^'\\\\]++|(NAMES=\\\\?\")[^\"\\\\]++".replace("NAMES", NAMES));

    private static final Pattern JSON_FIELD =
            Pattern.compile("(?i)(\"" + NAMES + "\\\\?\"\\s*+:\\s*+\\\\?\")[^\"\\\\]++");

    /**
     * User and password in a URL. A password may hold a slash, unless it is a port and what follows a path. The bound keeps
     * the time linear: every URL within a long word looks that far ahead, and no further.
     */
    private static final Pattern USER_INFO = Pattern.compile(
            "(://)[^:/\\s@\\[\"'<>]*+:" + "(?:[^/\\s@\"'<>]*+@|(?!\\d{1,5}+[/?#,])[^\\s@\"'<>]{1,200}+@)");

    /** A private key as text, also when its end is cut off or its line breaks are escaped. */
    private static final Pattern PRIVATE_KEY = Pattern.compile("(-----BEGIN (?:[A-Z]++ )?PRIVATE KEY-----)[^-]++");

    private static final Secrets KNOWN = new Secrets();

    private final SequencedMap<String, List<String>> lasting = new LinkedHashMap<>();
    private final SequencedMap<String, List<String>> passing = new LinkedHashMap<>();
    private volatile List<String> needles = List.of();

    private Secrets() {}

    /** Learns a secret of the configuration. What is too short or too common to be told from other text is left out. */
    public static void keep(String secret) {
        KNOWN.learn(KNOWN.lasting, secret, Integer.MAX_VALUE);
    }

    /** Learns a secret that somebody gave this process for a while. */
    public static void keepForAWhile(String secret) {
        KNOWN.learn(KNOWN.passing, secret, MOST_PASSING);
    }

    /** The text without secrets, in whatever form they travel; stars stand for them. */
    public static String hide(String text) {
        String hidden = text;
        for (String needle : KNOWN.needles) {
            hidden = hidden.replace(needle, STARS);
        }
        hidden = replaced(AUTHORIZATION, hidden, "$1" + STARS);
        hidden = replaced(ASSIGNED, hidden, "$1" + STARS);
        hidden = replaced(QUOTED, hidden, "$1$2" + STARS);
        hidden = replaced(JSON_FIELD, hidden, "$1" + STARS);
        hidden = replaced(PRIVATE_KEY, hidden, "$1" + STARS);
        return replaced(USER_INFO, hidden, "$1" + STARS + "@");
    }

    private static String replaced(Pattern pattern, String text, String by) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.replaceAll(by) : text;
    }

    private synchronized void learn(SequencedMap<String, List<String>> secrets, String secret, int most) {
        if (!Forms.isTelling(secret) || secrets.containsKey(secret)) {
            return;
        }
        secrets.put(secret, Forms.of(secret));
        if (secrets.size() > most) {
            secrets.pollFirstEntry();
        }
        // The longest first: a form may be part of another.
        needles = Stream.of(lasting, passing)
                .flatMap(known -> known.values().stream())
                .flatMap(Collection::stream)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
