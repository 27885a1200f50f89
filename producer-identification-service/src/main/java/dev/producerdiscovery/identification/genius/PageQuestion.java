package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.matching.title.Title;

/** What a page is searched by. */
final class PageQuestion {

    private PageQuestion() {}

    /** Guests, remaster years and the like keep Genius from finding a song; what made it another recording helps. */
    static String of(Title title, String artist) {
        return title.display(version -> version.isOtherRecording()) + " " + artist;
    }
}
