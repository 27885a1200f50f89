package dev.producerdiscovery.secrets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is expected of a setting, by its name. */
enum SettingKind {
    /** Travels in a header or a URL, and is a secret. */
    TOKEN(true, true),
    /** Any text that can be typed, and a secret. */
    PASSWORD(true, false),
    /** Travels in a header or a URL. */
    ADDRESS(false, true),
    OTHER(false, false);

    /** A certificate or a key as text. Without one, these settings name a file. */
    private static final String PEM = "-----BEGIN ";

    private static final Pattern PRIVATE_PEM = Pattern.compile("-----BEGIN (?:[A-Z]++ )?PRIVATE KEY-----");
    private static final Pattern FILE = Pattern.compile("(file|classpath):.*");
    private static final Pattern PASSWORDS = Pattern.compile("(^|.*-)(password|passphrase)");
    private static final Pattern TOKENS = Pattern.compile("(^|.*-)(token|secret|api-key|access-key)");
    private static final Pattern ADDRESSES =
            Pattern.compile("(^|.*-)(url|uri|host|contact|client-id|user-id|user-agent|key-header|lookup-path|market)");

    private final boolean secret;
    private final boolean ascii;

    SettingKind(boolean secret, boolean ascii) {
        this.secret = secret;
        this.ascii = ascii;
    }

    /** @param name of a property or an environment variable */
    static SettingKind of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
        if (PASSWORDS.matcher(plain).matches()) {
            return PASSWORD;
        }
        if (TOKENS.matcher(plain).matches()) {
            return TOKEN;
        }
        return ADDRESSES.matcher(plain).matches() ? ADDRESS : OTHER;
    }

    /** Whether nobody may see the value. Where a file is, is no secret. */
    boolean secret(String value) {
        return (secret && !FILE.matcher(value).matches())
                || PRIVATE_PEM.matcher(value).lookingAt();
    }

    /** Without what slips in around a value that is pasted or read from a file. A password may begin with a blank. */
    String trimmed(String value) {
        return this == PASSWORD ? value.replaceAll("^[\\r\\n]+|[\\r\\n]+$", "") : value.strip();
    }

    /**
     * What is wrong with the value, without a word of it.
     *
     * @param lines whether the value may have several lines
     */
    Optional<String> problem(String value, boolean lines) {
        if (value.startsWith(PEM)) {
            return Optional.empty();
        }
        String text = lines && this == OTHER ? value.replaceAll("[\\t\\r\\n]", " ") : value;
        Optional<String> outside = Characters.firstOutside(text, ascii);
        return outside.isEmpty() && this == TOKEN && value.indexOf(' ') >= 0
                ? Optional.of("a blank at position " + (value.indexOf(' ') + 1))
                : outside;
    }
}
