package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.text.Folding;

/** Titles in which a service hides letters behind asterisks, as in "F**l Moon". */
final class Censored {

    /** A letter that no title has: keys keep letters only. */
    private static final char HIDDEN = '\ua66e';

    private Censored() {}

    /** True when the titles are equal but for letters that one of them hides. */
    static boolean alike(String a, String b) {
        if (a.indexOf('*') < 0 && b.indexOf('*') < 0) {
            return false;
        }
        String keyA = Folding.key(a.replace('*', HIDDEN));
        String keyB = Folding.key(b.replace('*', HIDDEN));
        if (keyA.length() != keyB.length()) {
            return false;
        }
        for (int i = 0; i < keyA.length(); i++) {
            if (!alike(keyA.charAt(i), keyB.charAt(i))) {
                return false;
            }
        }
        return keyA.chars().anyMatch(c -> Character.isLetter(c) && c != HIDDEN);
    }

    private static boolean alike(char a, char b) {
        return a == b || (a == HIDDEN && Character.isLetter(b)) || (b == HIDDEN && Character.isLetter(a));
    }
}
