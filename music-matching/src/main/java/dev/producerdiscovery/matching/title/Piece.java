package dev.producerdiscovery.matching.title;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A stretch of a title that is shown.
 *
 * @param before the opening bracket or the dash of a version
 * @param text the title proper; empty for versions
 * @param after the closing bracket of a version
 * @param versions what the stretch says; empty for the title proper
 */
public record Piece(String before, String text, String after, List<Version> versions) {

    public Piece {
        versions = List.copyOf(versions);
    }

    static Piece plain(String text) {
        return new Piece("", text, "", List.of());
    }

    String shown(Predicate<Version> wanted) {
        if (versions.isEmpty()) {
            return text;
        }
        List<Version> left = versions.stream().filter(wanted).toList();
        return left.isEmpty() ? "" : left.stream().map(Version::text).collect(Collectors.joining(" / ", before, after));
    }
}
