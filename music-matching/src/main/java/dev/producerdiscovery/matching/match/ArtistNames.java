package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.name.NameKey;
import dev.producerdiscovery.matching.similarity.Similarity;

/** How alike two names of acts are. */
final class ArtistNames {

    /** Below this length another letter is another name. */
    private static final int SHORT = 5;

    private ArtistNames() {}

    /** 1 for equal keys; 0 for a blank name. */
    static double likeness(String a, String b) {
        if (a.isBlank() || b.isBlank()) {
            return 0;
        }
        String keyA = NameKey.of(a);
        String keyB = NameKey.of(b);
        if (keyA.equals(keyB)) {
            return 1;
        }
        if (withoutArticle(keyA).equals(withoutArticle(keyB))) {
            return 0.99;
        }
        boolean shortName = Math.min(solid(keyA).length(), solid(keyB).length()) < SHORT;
        double likeness = Similarity.of(keyA, keyB);
        return shortName && !solid(keyA).equals(solid(keyB)) ? Math.min(likeness, 0.5) : likeness;
    }

    private static String withoutArticle(String key) {
        return key.startsWith("the ") ? key.substring(4) : key;
    }

    private static String solid(String key) {
        return key.replace(" ", "");
    }
}
