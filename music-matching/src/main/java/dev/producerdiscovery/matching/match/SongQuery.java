package dev.producerdiscovery.matching.match;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A song as one side knows it: ours, or a provider's candidate.
 *
 * @param title as written
 * @param artists the credited artists, the main one first. A song without artists matches nothing
 * @param album the album's title, null when not known
 * @param lengthMs length in milliseconds, null when not known
 * @param ids identifiers with their scheme, as "isrc:…" or "spotify:track:…". Two songs with a common one are the same
 * @param artistIds identifiers of the artists, likewise
 */
public record SongQuery(
        String title,
        List<String> artists,
        @Nullable String album,
        @Nullable Integer lengthMs,
        Set<String> ids,
        Set<String> artistIds) {

    public SongQuery {
        artists = List.copyOf(artists);
        ids = Set.copyOf(ids);
        artistIds = Set.copyOf(artistIds);
    }

    /** A song of which only title and artists are known. */
    public static SongQuery of(String title, List<String> artists) {
        return new SongQuery(title, artists, null, null, Set.of(), Set.of());
    }

    /** The same with a length; null leaves it unknown. */
    public SongQuery withLength(@Nullable Integer milliseconds) {
        return new SongQuery(title, artists, album, milliseconds, ids, artistIds);
    }

    /** The same with an album; null leaves it unknown. */
    public SongQuery withAlbum(@Nullable String name) {
        return new SongQuery(title, artists, name, lengthMs, ids, artistIds);
    }

    /** The same with these identifiers. */
    public SongQuery withIds(Set<String> songIds) {
        return new SongQuery(title, artists, album, lengthMs, songIds, artistIds);
    }

    /** The same with these identifiers of its artists. */
    public SongQuery withArtistIds(Set<String> ofArtists) {
        return new SongQuery(title, artists, album, lengthMs, ids, ofArtists);
    }
}
