package dev.producerdiscovery.matching.name;

import dev.producerdiscovery.matching.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides known names in a line from the splitting rules, and puts them back into the parts. */
final class KnownNames {

    /** Placeholders come from a private-use area: no line that was tidied for a person to read has them. */
    private static final char FIRST_PLACEHOLDER = '\ue000';

    private static final int LIMIT = 1000;

    private final List<String> hidden = new ArrayList<>();
    private final boolean any;
    private final String line;

    KnownNames(String line, Collection<String> known) {
        this.any = !known.isEmpty();
        String rest = line;
        List<String> longestFirst = known.stream()
                .map(Folding::tidy)
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String name : longestFirst) {
            rest = hide(rest, name);
        }
        this.line = rest;
    }

    private String hide(String text, String name) {
        Pattern whole = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Matcher found = whole.matcher(text);
        if (hidden.size() >= LIMIT || !found.find()) {
            return text;
        }
        char placeholder = (char) (FIRST_PLACEHOLDER + hidden.size());
        hidden.add(found.group());
        return found.replaceAll(String.valueOf(placeholder));
    }

    /** True when the caller knows names at all: then a part that is none of them is still a name of its own. */
    boolean any() {
        return any;
    }

    String line() {
        return line;
    }

    /** True when a hidden name stands in the text: then what stands beside it is another name. */
    static boolean stands(String text) {
        return text.chars().anyMatch(c -> c >= FIRST_PLACEHOLDER && c < FIRST_PLACEHOLDER + LIMIT);
    }

    String restore(String part) {
        StringBuilder out = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            int index = part.charAt(i) - FIRST_PLACEHOLDER;
            if (index >= 0 && index < hidden.size()) {
                out.append(hidden.get(index));
            } else {
                out.append(part.charAt(i));
            }
        }
        return out.toString().strip();
    }
}
