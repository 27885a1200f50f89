package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.title.TitleParser;
import java.util.List;
import java.util.function.Function;

/**
 * Finds our song among a provider's candidates. Identifiers come first. Otherwise a candidate must pass two gates,
 * artist and title, and then win by a margin: a perfect title never makes up for a wrong artist, and being the
 * provider's first hit counts for nothing.
 */
public final class SongMatch {

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
        return Candidates.of(candidates, as).choose(song);
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
}
