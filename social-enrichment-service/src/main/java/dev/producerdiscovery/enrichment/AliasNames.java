package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.matching.name.NameKey;
import dev.producerdiscovery.matching.name.Names;
import dev.producerdiscovery.matching.name.Organisations;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which names that a source gives for a person are good enough to find the person by. */
final class AliasNames {

    /** A single Latin letter is an abbreviation, and everybody's. */
    private static final int SHORTEST_LATIN = 2;

    /** "J. Doe" may be anybody of that surname. */
    private static final Pattern INITIAL_AND_NAME = Pattern.compile("[a-z] \\S+");

    private AliasNames() {}

    /** The key of a name; empty for placeholders, companies, and what is too short to mean one person. */
    static Optional<String> key(String name) {
        try {
            String key = NameKey.of(name);
            boolean tooShort = key.length() < SHORTEST_LATIN && key.charAt(0) < 128;
            return tooShort
                            || INITIAL_AND_NAME.matcher(key).matches()
                            || Names.isPlaceholder(name)
                            || Organisations.isCompany(name)
                    ? Optional.empty()
                    : Optional.of(key);
        } catch (IllegalArgumentException invisible) {
            return Optional.empty();
        }
    }
}
