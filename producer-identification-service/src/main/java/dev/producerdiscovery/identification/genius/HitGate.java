package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.matching.match.Choice;
import dev.producerdiscovery.matching.match.SongMatch;
import dev.producerdiscovery.matching.match.SongQuery;
import dev.producerdiscovery.provider.genius.GeniusArtistRef;
import dev.producerdiscovery.provider.genius.GeniusHit;
import java.util.List;
import java.util.Locale;

/**
 * Lets those hits pass that can be the song. A hit is never believed because it came first: translations, covers,
 * remixes and live takes do come first.
 */
final class HitGate {

    private HitGate() {}

    /** A hit that can be the song; a fuzzy one is spelt a little differently. */
    record Candidate(GeniusHit hit, boolean fuzzy) {}

    /** The one hit that is clearly the best, or those that are too alike to choose between without reading them. */
    static List<Candidate> candidates(Song song, List<GeniusHit> hits) {
        List<GeniusHit> pages = hits.stream()
                .filter(hit -> hit.primaryArtists().stream().noneMatch(HitGate::isGeniusItself))
                .toList();
        SongQuery wanted = SongQuery.of(song.title().display(), List.copyOf(song.artists()));
        return switch (SongMatch.choose(wanted, pages, HitGate::asSong)) {
            case Choice.Match<GeniusHit> match ->
                List.of(new Candidate(match.candidate(), match.kind() == Choice.Kind.SIMILAR));
            case Choice.Ambiguous<GeniusHit> alike ->
                alike.candidates().stream()
                        .map(hit -> new Candidate(hit, false))
                        .toList();
            case Choice.None<GeniusHit> none -> List.of();
        };
    }

    private static SongQuery asSong(GeniusHit hit) {
        return SongQuery.of(
                hit.title(),
                hit.primaryArtists().stream().map(GeniusArtistRef::name).toList());
    }

    /** Translations and the like sit under pages such as "Genius Translations". */
    private static boolean isGeniusItself(GeniusArtistRef artist) {
        return artist.name().toLowerCase(Locale.ROOT).startsWith("genius ");
    }
}
