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

    /** Access tokens come by the hour; the older ones are worth nothing any more. */
    private static final int MOST_PASSING = 100;

    /** Scheme and credentials of an Authorization header, wherever they stand. Words of prose have no capital within. */
    private static final Pattern AUTHORIZATION =
            Pattern.compile("\\b((?i:bearer|basic|token)\\s+)(?=[^\\s\"'<>,;)]*[0-9A-Z_=+/])[^\\s\"'<>,;)]{4,}");

    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)((?:client_?secret|(?:access|refresh)_?token|api_?key|password|passwd|token|secret)=)[^&\\s\"'<>,;)]+");

    private static final Pattern JSON_FIELD = Pattern.compile(
            "(?i)(\"(?:client_?secret|(?:access|refresh)_?token|api_?key|password)\\\\?\"\\s*:\\s*\\\\?\")[^\"\\\\]+");

    private static final Pattern USER_INFO = Pattern.compile("(://)[^/\\s@\"'<>]*:[^/\\s@\"'<>]*@");

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
        hidden = replaced(JSON_FIELD, hidden, "$1" + STARS);
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
