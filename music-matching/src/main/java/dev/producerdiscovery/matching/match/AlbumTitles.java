package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.TitleParser;

/** How well two album titles agree. A song is on many albums, so another one costs little. */
final class AlbumTitles {

    private static final double OTHER_EDITION = 0.97;
    private static final double OTHER_ALBUM = 0.9;

    private AlbumTitles() {}

    static double likeness(String a, String b) {
        String keyA = Folding.key(a);
        String keyB = Folding.key(b);
        if (keyA.isEmpty() || keyB.isEmpty()) {
            return OTHER_ALBUM;
        }
        if (keyA.equals(keyB)) {
            return 1;
        }
        boolean sameAlbum =
                TitleParser.parse(a).songKey().equals(TitleParser.parse(b).songKey());
        return sameAlbum ? OTHER_EDITION : OTHER_ALBUM;
    }
}
