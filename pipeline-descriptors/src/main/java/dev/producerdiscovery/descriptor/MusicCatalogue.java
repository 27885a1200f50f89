package dev.producerdiscovery.descriptor;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * As a message asks for it; empty when it does not say.
     *
     * @throws IllegalArgumentException for a word that is none
     */
    public static Optional<MusicCatalogue> asked(@Nullable String word) {
        Optional<MusicCatalogue> catalogue = Optional.ofNullable(word).flatMap(MusicCatalogue::of);
        if (word != null && catalogue.isEmpty()) {
            throw new IllegalArgumentException("catalogue must be spotify or musicbrainz, but is " + word);
        }
        return catalogue;
    }

    /** As it stands in messages and requests; the provider is called the same. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
