package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.match.Choice.Kind;
import dev.producerdiscovery.matching.name.Names;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the artist whom somebody asked for by name among a provider's candidates. An equal name wins over a similar
 * one; between namesakes only a clear difference in fame decides. The provider's order counts for nothing.
 */
public final class ArtistMatch {

    /** A name that is less alike than this is another name. */
    private static final double FLOOR = 0.85;

    /** Nearer to the best than this, a similar name is a rival. */
    private static final double MARGIN = 0.1;

    private ArtistMatch() {}

    /** True for what nobody can be discovered under: "Various Artists" and other placeholders. */
    public static boolean refuses(String name) {
        return name.isBlank() || Names.isPlaceholder(name);
    }

    /** Chooses among names. */
    public static Choice<String> choose(String asked, List<String> candidates) {
        return choose(asked, candidates, ArtistCandidate::of);
    }

    /**
     * Chooses among candidates of any type.
     *
     * @param as how a candidate is read
     * @return {@link Choice.None} also for a name that is {@link #refuses refused}
     */
    public static <C> Choice<C> choose(String asked, List<C> candidates, Function<C, ArtistCandidate> as) {
        if (refuses(asked)) {
            return new Choice.None<>();
        }
        List<Scored<C>> alike = candidates.stream()
                .map(candidate -> scored(asked, candidate, as.apply(candidate)))
                .filter(scored -> scored.likeness() >= FLOOR)
                .sorted(Collections.reverseOrder(Comparator.comparingDouble(Scored::likeness)))
                .toList();
        if (alike.isEmpty()) {
            return new Choice.None<>();
        }
        double best = alike.getFirst().likeness();
        // Equal names are compared among themselves only: no similar name competes with them.
        double from = best == 1 ? 1 : best - MARGIN;
        return decide(alike.stream().filter(scored -> scored.likeness() >= from).toList());
    }

    private static <C> Scored<C> scored(String asked, C candidate, ArtistCandidate artist) {
        if (artist.name().isBlank()
                || Names.isPlaceholder(artist.name())
                || Imitators.isUnwanted(asked, artist.name())) {
            return new Scored<>(candidate, artist, 0);
        }
        double byName = ArtistNames.likeness(asked, artist.name());
        double byAlias = Stream.concat(Stream.of(""), artist.aliases().stream())
                .mapToDouble(alias -> ArtistNames.likeness(asked, alias))
                .max()
                .orElse(0);
        return new Scored<>(candidate, artist, byName == 1 ? 1 : Math.max(byName, byAlias * 0.98));
    }

    private static <C> Choice<C> decide(List<Scored<C>> rivals) {
        List<Scored<C>> byFame = rivals.stream()
                .sorted(Comparator.comparing(Scored::artist, Fame.MOST_FAMOUS_FIRST))
                .toList();
        Scored<C> first = rivals.size() == 1 ? rivals.getFirst() : byFame.getFirst();
        boolean clear = rivals.size() == 1
                || (first.likeness() >= rivals.getFirst().likeness()
                        && byFame.stream().skip(1).allMatch(other -> Fame.clearlyMore(first.artist(), other.artist())));
        if (!clear) {
            return new Choice.Ambiguous<>(byFame.stream().map(Scored::candidate).toList());
        }
        Kind kind = first.likeness() == 1 ? Kind.EXACT : Kind.SIMILAR;
        return new Choice.Match<>(first.candidate(), Math.min(0.95, first.likeness()), kind);
    }

    private record Scored<C>(C candidate, ArtistCandidate artist, double likeness) {}
}
