package dev.producerdiscovery.matching.similarity;

import dev.producerdiscovery.matching.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A word and how much it says. */
record Word(String text, double weight) {

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
    private static final Set<String> LIGHT = Set.of("the", "a", "an", "and");
    private static final double LIGHT_WEIGHT = 0.2;
    private static final double BRACKET_WEIGHT = 0.3;

    static List<Word> listOf(String raw) {
        String tidy = Folding.tidy(raw);
        List<String> bracketed = new ArrayList<>();
        String outside = BRACKETS.matcher(tidy).replaceAll(group -> {
            bracketed.addAll(split(group.group()));
            return " ";
        });
        List<String> plain = split(outside);
        if (plain.isEmpty()) {
            return split(tidy).stream().map(word -> new Word(word, 1)).toList();
        }
        return Stream.concat(
                        plain.stream().map(word -> new Word(word, LIGHT.contains(word) ? LIGHT_WEIGHT : 1)),
                        bracketed.stream().map(word -> new Word(word, BRACKET_WEIGHT)))
                .toList();
    }

    private static List<String> split(String text) {
        return Folding.words(Folding.key(text));
    }
}
