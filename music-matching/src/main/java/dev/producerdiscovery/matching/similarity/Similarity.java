package dev.producerdiscovery.matching.similarity;

import dev.producerdiscovery.matching.text.Folding;
import java.util.List;

/**
 * How alike two names or titles are. The smaller of two views counts: letters (edits) and words, so that neither a
 * shared beginning ("Harbour" and "Harbour Lights") nor shuffled letters pass for the same name. Articles and
 * bracketed parts weigh less than other words.
 */
public final class Similarity {

    private static final double SAME_WORD = 0.8;

    private Similarity() {}

    /**
     * Compares two texts.
     *
     * @return 1 for equal keys, 0 for nothing in common; symmetric
     */
    public static double of(String a, String b) {
        String keyA = Folding.key(a);
        String keyB = Folding.key(b);
        if (keyA.equals(keyB)) {
            return 1;
        }
        String solidA = keyA.replace(" ", "");
        String solidB = keyB.replace(" ", "");
        if (solidA.equals(solidB)) {
            return 0.97;
        }
        double words = words(Word.listOf(a), Word.listOf(b));
        double letters = Edits.likeness(solidA, solidB);
        return Math.min(0.96, Math.max(Math.min(words, 0.5 + letters / 2), Math.min(letters, words + 0.25)));
    }

    /** The better of both directions' share of weight that has a partner, by the weight of all words. */
    private static double words(List<Word> a, List<Word> b) {
        double all = weight(a) + weight(b);
        return all == 0 ? 0 : (partnered(a, b) + partnered(b, a)) / all;
    }

    private static double weight(List<Word> words) {
        return words.stream().mapToDouble(Word::weight).sum();
    }

    private static double partnered(List<Word> words, List<Word> others) {
        return words.stream()
                .mapToDouble(word -> word.weight()
                        * others.stream()
                                .mapToDouble(other -> likeness(word.text(), other.text()))
                                .max()
                                .orElse(0))
                .sum();
    }

    private static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        double likeness = hasDigit(a) || hasDigit(b) ? 0 : Edits.likeness(a, b);
        return likeness >= SAME_WORD ? likeness : 0;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
