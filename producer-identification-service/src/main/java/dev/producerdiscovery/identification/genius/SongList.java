package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.genius.HitGate.Candidate;
import dev.producerdiscovery.identification.genius.ListedArtist.KnownSong;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.matching.match.Candidates;
import dev.producerdiscovery.matching.title.TitleParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pages that Genius lists for an artist, those on which the artist is a guest among them. Immutable. */
final class SongList {

    /** As long as that of a search an answer "not there" is believed: pages are written every day. */
    private static final Duration SILENCE_BELIEVED = Duration.ofDays(1);

    private final List<PageEntry> entries;
    private final boolean conclusive;
    private final Instant observedAt;
    private final Candidates<PageEntry> pages;

    /** @param conclusive whether a song of the artist that is not here has no page */
    SongList(Collection<PageEntry> entries, boolean conclusive, Instant observedAt) {
        // Of pages that are equally good the first ones are read: the older ones, whatever order the list had.
        SortedMap<Long, PageEntry> eachOnce = new TreeMap<>();
        entries.forEach(page -> eachOnce.put(page.id(), page));
        this.entries = List.copyOf(eachOnce.values());
        this.conclusive = conclusive;
        this.observedAt = observedAt;
        this.pages = HitGate.amongPages(this.entries);
    }

    List<PageEntry> entries() {
        return entries;
    }

    boolean conclusive() {
        return conclusive;
    }

    Instant observedAt() {
        return observedAt;
    }

    boolean has(KnownSong song) {
        return !HitGate.candidates(song.asSong(), pages).isEmpty();
    }

    /** The pages that can be the song. */
    List<Candidate> candidates(Song song) {
        return HitGate.candidates(song, pages);
    }

    /**
     * Whether the song has no page if it is not here. Not where it is another's, or by several together: its page may stand
     * under the others, or under a name that Genius made for all of them. Guests and remixers, whom titles name, have none.
     */
    boolean tellsOf(Song song, Instant now) {
        return conclusive
                && now.isBefore(observedAt.plus(SILENCE_BELIEVED))
                && ListedArtist.isCalled(song.artist(), song.mainArtist())
                && song.artists().stream()
                        .allMatch(name -> ListedArtist.isCalled(song.artist(), name) || isNamedInTitle(name, song));
    }

    private static boolean isNamedInTitle(String name, Song song) {
        return song.tracks().stream()
                .map(track -> TitleParser.parse(track.name()))
                .flatMap(title -> Stream.concat(title.featured().stream(), title.remixers().stream()))
                .anyMatch(named -> ListedArtist.isCalled(name, named));
    }
}
