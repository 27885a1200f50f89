package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.matching.match.Candidates;
import dev.producerdiscovery.matching.match.Choice;
import dev.producerdiscovery.matching.match.SongQuery;
import dev.producerdiscovery.provider.genius.GeniusHit;
import java.util.Collection;
import java.util.List;

/**
 * Lets those pages pass that can be the song. A hit is never believed because it came first: translations, covers,
 * remixes and live takes do come first.
 */
final class HitGate {

    private HitGate() {}

    /** A page that can be the song; a fuzzy one is spelt a little differently. */
    record Candidate(PageEntry page, boolean fuzzy) {}

    /** What a search found, as far as it can be anybody's song. */
    static Candidates<PageEntry> among(List<GeniusHit> hits) {
        return amongPages(hits.stream().map(PageEntry::of).toList());
    }

    /** Of pages those that can be anybody's song. */
    static Candidates<PageEntry> amongPages(Collection<PageEntry> pages) {
        return Candidates.of(
                pages.stream().filter(page -> !page.bearsGeniusName()).toList(), PageEntry::asSong);
    }

    /** The one page that is clearly the best, or those that are too alike to choose between without reading them. */
    static List<Candidate> candidates(Song song, Candidates<PageEntry> pages) {
        return candidates(SongQuery.of(song.title().display(), List.copyOf(song.artists())), pages);
    }

    /** The same for a song of which only title and artists are known. */
    static List<Candidate> candidates(SongQuery wanted, Candidates<PageEntry> pages) {
        return switch (pages.choose(wanted)) {
            case Choice.Match<PageEntry> match ->
                List.of(new Candidate(match.candidate(), match.kind() == Choice.Kind.SIMILAR));
            case Choice.Ambiguous<PageEntry> alike ->
                alike.candidates().stream()
                        .map(page -> new Candidate(page, false))
                        .toList();
            case Choice.None<PageEntry> none -> List.of();
        };
    }
}
