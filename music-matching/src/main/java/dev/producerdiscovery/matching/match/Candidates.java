package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.match.Choice.Kind;
import dev.producerdiscovery.matching.title.Title;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Songs of a provider among which many of ours are looked for: their titles are taken apart once for all of them.
 * Immutable.
 *
 * @param <C> the candidates
 */
public final class Candidates<C> {

    /** Below this distance two candidates are equally good. */
    private static final double MARGIN = 0.02;

    /** @param title null for what can be nobody's song */
    private record Entry<C>(
            C candidate, SongQuery song, @Nullable Title title) {}

    private record Scored<C>(Entry<C> entry, SongScore score) {}

    private final List<Entry<C>> entries;

    private Candidates(List<Entry<C>> entries) {
        this.entries = entries;
    }

    /** @param as how a candidate is read as a song */
    public static <C> Candidates<C> of(List<C> candidates, Function<C, SongQuery> as) {
        return new Candidates<>(
                candidates.stream().map(candidate -> entry(candidate, as)).toList());
    }

    private static <C> Entry<C> entry(C candidate, Function<C, SongQuery> as) {
        SongQuery song = as.apply(candidate);
        return new Entry<>(candidate, song, SongGates.parsed(song));
    }

    /** What {@link SongMatch#choose(SongQuery, List, Function)} says of them. */
    public Choice<C> choose(SongQuery song) {
        SongGates gates = new SongGates(song);
        List<Scored<C>> passed = entries.stream()
                .map(entry -> new Scored<>(entry, gates.score(entry.song(), entry.title())))
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
                .map(other -> other.entry().candidate())
                .toList();
        C winner = best.entry().candidate();
        return rivals.isEmpty()
                ? new Choice.Match<>(
                        winner, best.score().strength(), best.score().kind())
                : new Choice.Ambiguous<>(
                        Stream.concat(Stream.of(winner), rivals.stream()).toList());
    }

    /** Two entries of one recording, as on single and album, are no rivals: either will do. */
    private static <C> boolean isRival(Scored<C> best, Scored<C> other) {
        return (best.score().kind() != Kind.IDENTIFIER || other.score().kind() == Kind.IDENTIFIER)
                && !SongGates.sameRecording(best.entry().song(), other.entry().song());
    }
}
