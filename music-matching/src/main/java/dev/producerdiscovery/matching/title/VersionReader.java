package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether a stretch of a title speaks of a version, and which. */
final class VersionReader {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*/\\s*|\\s+-\\s+|\\s*[;|]\\s*|\\s*,\\s+");

    private VersionReader() {}

    /**
     * Reads a stretch.
     *
     * @return empty when it is part of the title; several versions for "Live / Remastered"
     */
    static List<Version> read(String text) {
        List<Version> separate = new ArrayList<>();
        for (String part : SEPARATOR.splitAsStream(text).toList()) {
            Optional<Version> version = readOne(part);
            if (version.isEmpty()) {
                return readOne(text).map(List::of).orElse(List.of());
            }
            separate.add(version.get());
        }
        return separate;
    }

    private static Optional<Version> readOne(String text) {
        VersionPhrase phrase = VersionPhrase.of(text);
        return VersionGrammar.speaksOfVersion(phrase)
                ? Optional.of(VersionMaker.make(phrase, Folding.tidy(text)))
                : Optional.empty();
    }
}
