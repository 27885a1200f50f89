package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.match.Choice.Kind;
import dev.producerdiscovery.matching.title.TitleParser;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds our song among a provider's candidates. Identifiers come first. Otherwise a candidate must pass two gates,
 * artist and title, and then win by a margin: a perfect title never makes up for a wrong artist, and being the
 * provider's first hit counts for nothing.
 */
public final class SongMatch {

    /** Below this distance two candidates are equally good. */
    private static final double MARGIN = 0.02;

    private SongMatch() {}

    /**
     * Chooses among candidates that are songs themselves.
     *
     * @return never null; {@link Choice.Ambiguous} when several are equally good and are not one recording
     */
    public static Choice<SongQuery> choose(SongQuery song, List<SongQuery> candidates) {
        return choose(song, candidates, Function.identity());
    }

    /**
     * Chooses among candidates of any type.
     *
     * @param as how a candidate is read as a song
     */
    public static <C> Choice<C> choose(SongQuery song, List<C> candidates, Function<C, SongQuery> as) {
        SongGates gates = new SongGates(song);
        List<Scored<C>> passed = candidates.stream()
                .map(candidate -> new Scored<>(candidate, as.apply(candidate), gates.score(as.apply(candidate))))
                .filter(scored -> scored.score().strength() > 0)
                .sorted(Collections.reverseOrder(
                        Comparator.comparingDouble(scored -> scored.score().strength())))
                .toList();
        if (passed.isEmpty()) {
            return new Choice.None<>();
        }
        Scored<C> best = passed.getFirst();
        List<C> rivals = passed.stream()
                .skip(1)
                .filter(other -> best.score().strength() - other.score().strength() < MARGIN)
                .filter(other -> isRival(best, other))
                .map(Scored::candidate)
                .toList();
        return rivals.isEmpty()
                ? new Choice.Match<>(
                        best.candidate(), best.score().strength(), best.score().kind())
                : new Choice.Ambiguous<>(Stream.concat(Stream.of(best.candidate()), rivals.stream())
                        .toList());
    }

    /**
     * True when two titles name the same song, in whatever version: "Song - 2011 Remaster" and "Song (feat. Someone)".
     * Whose song it is, is not looked at.
     *
     * @throws IllegalArgumentException when a title holds no visible character
     */
    public static boolean sameSong(String title, String other) {
        return TitleGate.likeness(TitleParser.parse(title), TitleParser.parse(other)) > 0;
    }

    /** Two entries of one recording, as on single and album, are no rivals: either will do. */
    private static <C> boolean isRival(Scored<C> best, Scored<C> other) {
        return (best.score().kind() != Kind.IDENTIFIER || other.score().kind() == Kind.IDENTIFIER)
                && !SongGates.sameRecording(best.song(), other.song());
    }

    private record Scored<C>(C candidate, SongQuery song, SongScore score) {}
}
