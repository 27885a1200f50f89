package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.matching.match.SongQuery;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.Title;
import java.util.List;

/**
 * An artist as our catalogue has it.
 *
 * @param songs how many it has of the artist
 * @param known those by which the artist can be found elsewhere, the best known first
 */
record ListedArtist(String name, int songs, List<KnownSong> known) {

    ListedArtist {
        known = List.copyOf(known);
    }

    /** One of the artist's songs. */
    record KnownSong(Title title, List<String> artists) {

        KnownSong {
            artists = List.copyOf(artists);
        }

        SongQuery asSong() {
            return SongQuery.of(title.display(), artists);
        }
    }

    boolean isCalled(String other) {
        return isCalled(name, other);
    }

    /** Whether both are the same name, of whatever spelling. A joint name is another one. */
    static boolean isCalled(String name, String other) {
        String key = Folding.key(name);
        return key.isEmpty() ? name.equals(other) : key.equals(Folding.key(other));
    }
}
