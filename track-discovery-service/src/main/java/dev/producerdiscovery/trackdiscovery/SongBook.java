package dev.producerdiscovery.trackdiscovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An artist's songs, into which recordings are sorted so that each song's makers are looked for once. A remaster, a
 * deluxe edition and a single are the same song; two different pieces that are both called "Intro" are two.
 *
 * <p>Two recordings are of one song when they share the ISRC and either title or length, or the title and, roughly, the
 * length. An ISRC alone does not decide, because labels give wrong ones.
 */
final class SongBook {

    private final List<SongEntry> songs = new ArrayList<>();

    private SongBook() {}

    /**
     * The songs by the tracks' ids. The same for the same tracks, in whatever order they were
     * found: what is like what does not carry over from one to the next, so each sorting begins anew.
     */
    static Map<String, SongKey> sort(Collection<CataloguedTrack> tracks) {
        SongBook book = new SongBook();
        Map<String, SongKey> songs = new LinkedHashMap<>();
        tracks.stream().sorted().forEach(track -> songs.put(track.id(), book.place(track.recording())));
        return songs;
    }

    private SongKey place(Recording recording) {
        SongEntry song = nearest(recording, known -> known.hasIsrcOf(recording) && known.hasTitleOf(recording))
                .or(() -> nearest(recording, known -> known.hasIsrcOf(recording) && known.mayBeAsLongAs(recording)))
                .or(() -> nearest(recording, known -> known.hasTitleOf(recording) && known.mayBeAsLongAs(recording)))
                .orElseGet(() -> enter(recording));
        song.add(recording);
        return song.key();
    }

    private Optional<SongEntry> nearest(Recording recording, Predicate<SongEntry> eligible) {
        return songs.stream().filter(eligible).min(Comparator.comparingInt(song -> song.distance(recording)));
    }

    private SongEntry enter(Recording recording) {
        boolean taken = songs.stream().anyMatch(song -> song.hasTitleOf(recording));
        SongEntry song = new SongEntry(new SongKey(recording.key(), taken ? recording.seconds() : null), recording);
        songs.add(song);
        return song;
    }
}
