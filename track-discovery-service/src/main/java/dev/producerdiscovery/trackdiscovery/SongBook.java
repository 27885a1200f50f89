package dev.producerdiscovery.trackdiscovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An artist's songs, into which recordings are sorted so that each song's makers are looked for once. A remaster, a
 * deluxe edition and a single are the same song; two different pieces that are both called "Intro" are two.
 *
 * <p>Two recordings are of one song when they share the ISRC and either title or length, or the title and, roughly, the
 * length. An ISRC alone does not decide, because labels give wrong ones.
 */
final class SongBook {

    private final List<Song> songs;

    SongBook(Collection<Song> known) {
        this.songs = new ArrayList<>(known);
    }

    /** Finds the song of a recording, or enters a new one. Returns the song's normalized name. */
    String place(Recording recording) {
        Song song = nearest(recording, known -> known.hasIsrcOf(recording) && known.hasTitleOf(recording))
                .or(() -> nearest(recording, known -> known.hasIsrcOf(recording) && known.mayBeAsLongAs(recording)))
                .or(() -> nearest(recording, known -> known.hasTitleOf(recording) && known.mayBeAsLongAs(recording)))
                .orElseGet(() -> enter(recording));
        song.add(recording);
        return song.name();
    }

    private Optional<Song> nearest(Recording recording, Predicate<Song> eligible) {
        return songs.stream().filter(eligible).min(Comparator.comparingInt(song -> song.distance(recording)));
    }

    private Song enter(Recording recording) {
        boolean taken = songs.stream().anyMatch(song -> song.hasTitleOf(recording));
        String name = taken ? Song.distinguished(recording.key(), recording.durationMs()) : recording.key();
        Song song = new Song(name, recording, Set.of());
        songs.add(song);
        return song;
    }
}
