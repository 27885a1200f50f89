package dev.producerdiscovery.matching.name;

import dev.producerdiscovery.matching.text.Folding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's or an act's name as a source writes it, taken apart.
 *
 * @param display the name to show, without a source's suffix
 * @param key the comparison key of {@code display}, never empty
 * @param aliases other full spellings that the name itself states, without {@code display}
 * @param nicknames single nicknames in quotes or after "aka". Weak evidence: many people share one
 */
public record PersonName(String display, String key, List<String> aliases, List<String> nicknames) {

    private static final Pattern ALSO_KNOWN_AS =
            Pattern.compile("\\s+(?:aka|a\\.k\\.a\\.?)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NICKNAME =
            Pattern.compile("^(\\S.*?)\\s+(?:\"([^\"]+)\"|'([^']+)'(?=\\s))\\s*(\\S.*)$");
    private static final Pattern OTHER_SPELLING = Pattern.compile("^(.*\\S)\\s*\\(([^()]+)\\)$");

    public PersonName {
        aliases = List.copyOf(aliases);
        nicknames = List.copyOf(nicknames);
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException when the name holds no visible character
     */
    public static PersonName parse(String raw) {
        String display = SourceSuffix.strip(Folding.tidy(raw));
        String key = Folding.key(display);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("name holds no visible character: \"" + raw + '"');
        }
        Spellings spellings = new Spellings(key);
        List<String> knownAs = ALSO_KNOWN_AS.splitAsStream(display).toList();
        if (knownAs.size() > 1) {
            knownAs.forEach(spellings::alias);
        }
        Matcher nickname = NICKNAME.matcher(knownAs.getFirst());
        if (nickname.matches()) {
            spellings.alias(nickname.group(1) + " " + nickname.group(4));
            spellings.nickname(nickname.group(2) != null ? nickname.group(2) : nickname.group(3));
        }
        Matcher other = OTHER_SPELLING.matcher(display);
        if (other.matches() && Scripts.differ(other.group(1), other.group(2))) {
            spellings.alias(other.group(1));
            spellings.alias(other.group(2));
        }
        return new PersonName(display, key, spellings.aliases(), spellings.nicknames());
    }

    private static final class Spellings {

        private final String own;
        private final Map<String, String> aliases = new LinkedHashMap<>();
        private final Map<String, String> nicknames = new LinkedHashMap<>();

        Spellings(String own) {
            this.own = own;
        }

        void alias(String name) {
            add(aliases, name);
        }

        void nickname(String name) {
            add(nicknames, name);
        }

        private void add(Map<String, String> to, String name) {
            String key = Folding.key(name);
            if (!key.isEmpty() && !key.equals(own)) {
                to.putIfAbsent(key, name.strip());
            }
        }

        List<String> aliases() {
            return List.copyOf(aliases.values());
        }

        List<String> nicknames() {
            return List.copyOf(nicknames.values());
        }
    }
}
