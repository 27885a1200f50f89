package dev.producerdiscovery.descriptor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a run takes its artist, albums and tracks from. */
public enum MusicCatalogue {
    SPOTIFY,
    MUSICBRAINZ;

    /** Empty for a word that is none. */
    public static Optional<MusicCatalogue> of(String word) {
        return Stream.of(values())
                .filter(catalogue -> catalogue.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** As it stands in messages and requests; the provider is called the same. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
