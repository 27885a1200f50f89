package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.name.Names;
import dev.producerdiscovery.matching.text.Folding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A song title taken apart.
 *
 * @param song the song's own title, without guests, producers, versions and advertising
 * @param songKey the comparison key of {@code song}, never empty; equal for all versions of a song
 * @param versions what the title says about the version, in its order
 * @param featured guests named in the title, each once
 * @param producersNamed people after "prod. by" and the like, each once
 * @param pieces what {@link #display} is put together from
 */
public record Title(
        String song,
        String songKey,
        List<Version> versions,
        List<String> featured,
        List<String> producersNamed,
        List<Piece> pieces) {

    public Title {
        versions = List.copyOf(versions);
        featured = List.copyOf(featured);
        producersNamed = List.copyOf(producersNamed);
        pieces = List.copyOf(pieces);
    }

    /** The title to show: with its versions, without guests, producers and advertising. */
    public String display() {
        return display(version -> true);
    }

    /** The title to show, with those versions that are wanted. */
    public String display(Predicate<Version> wanted) {
        String shown = pieces.stream().map(piece -> piece.shown(wanted)).collect(Collectors.joining());
        return Folding.tidy(shown);
    }

    /**
     * The key under which one recording of the song is stored: the song key, and for a version that was made anew
     * what tells it apart, as in {@code "harbour lights [remix jane doe]"}. Never empty.
     */
    public String recordingKey() {
        Set<String> marks = recordingMarks();
        return marks.isEmpty() ? songKey : songKey + " [" + String.join("; ", marks) + "]";
    }

    /** What tells this recording from the song's others; empty for the song's own recording. */
    public Set<String> recordingMarks() {
        return versions.stream()
                .flatMap(version -> version.recording().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who remixed, edited or reworked it, each once. */
    public List<String> remixers() {
        return Names.distinct(versions.stream()
                .filter(version -> version.type().takesName())
                .flatMap(version -> version.by().stream()));
    }

    /** The versions as the title says them, joined by spaces; empty for a plain title. */
    public String versionText() {
        return versions.stream().map(Version::text).collect(Collectors.joining(" "));
    }

    /** True when the title names a version of this kind. */
    public boolean has(VersionType type) {
        return versions.stream().anyMatch(version -> version.type() == type);
    }
}
