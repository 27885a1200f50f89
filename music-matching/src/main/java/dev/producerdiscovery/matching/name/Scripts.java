package dev.producerdiscovery.matching.name;

import java.lang.Character.UnicodeScript;

/** Tells Latin writing from all other writing. */
final class Scripts {

    private Scripts() {}

    /** True when one text has Latin letters only and the other none. */
    static boolean differ(String a, String b) {
        return (hasLatin(a) && !hasOther(a) && hasOther(b) && !hasLatin(b))
                || (hasLatin(b) && !hasOther(b) && hasOther(a) && !hasLatin(a));
    }

    static boolean hasOther(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN);
    }

    private static boolean hasLatin(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN);
    }
}
