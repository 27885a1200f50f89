package dev.producerdiscovery.identification;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.title.TitleParser;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made-up songs for tests that need no database. */
public final class Songs {

    private Songs() {}

    /** A song by The Tin Foxes on their album First Light (2015), under Spotify id {@code sp1}. */
    public static Song song(String name) {
        return song(name, track(name, 1, null));
    }

    public static Song song(String name, SongTrack... tracks) {
        return new Song(
                UUID.randomUUID(),
                "version",
                UUID.randomUUID(),
                "The Tin Foxes",
                TitleParser.parse(name),
                false,
                List.of(tracks));
    }

    /** A song whose title another song of The Tin Foxes bears, too. */
    public static Song withNamesake(String name) {
        Song song = song(name);
        return new Song(song.id(), song.version(), song.artistId(), song.artist(), song.title(), true, song.tracks());
    }

    /** A track of 200 seconds. */
    public static SongTrack track(String name, int position, @Nullable String isrc) {
        return new SongTrack(
                UUID.randomUUID(),
                "sp" + position,
                null,
                name,
                isrc,
                200_000,
                1,
                position,
                List.of("The Tin Foxes"),
                new SongTrack.Album(UUID.randomUUID(), "spAlbum", null, "First Light", 2015));
    }
}
