package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A page of an artist's albums without what Spotify is known to get wrong: albums listed twice, albums without a name
 * after a takedown, and pages that go on without end.
 *
 * @param nextOffset where the next page begins; empty after the last one
 * @param total how many albums the artist has, where Spotify says a number that can be
 */
record AlbumPage(List<SpotifyAlbum> albums, OptionalInt nextOffset, OptionalInt total, int unnamed) {

    /** No artist has as many; a listing that goes on beyond repeats itself. */
    private static final int MAX_OFFSET = 10_000;

    /** An album with more tracks than come with it takes further calls. */
    private static final int TRACKS_OF_ONE_CALL = 50;

    static AlbumPage of(SpotifyPage<SpotifyAlbum> page, int offset) {
        Map<String, SpotifyAlbum> named = new LinkedHashMap<>();
        int unnamed = 0;
        for (SpotifyAlbum album : page.items()) {
            if (album.name().isBlank()) {
                unnamed++;
            } else {
                named.putIfAbsent(album.id(), album);
            }
        }
        Integer total = page.total();
        return new AlbumPage(
                List.copyOf(named.values()),
                next(page, offset),
                total == null || total < 0 || total > MAX_OFFSET ? OptionalInt.empty() : OptionalInt.of(total),
                unnamed);
    }

    boolean hasLongAlbums() {
        return albums.stream()
                .map(SpotifyAlbum::totalTracks)
                .anyMatch(tracks -> tracks != null && tracks > TRACKS_OF_ONE_CALL);
    }

    private static OptionalInt next(SpotifyPage<SpotifyAlbum> page, int offset) {
        boolean goesOn = !page.items().isEmpty()
                && page.nextOffset().isPresent()
                && page.nextOffset().getAsInt() > offset
                && page.nextOffset().getAsInt() <= MAX_OFFSET;
        return goesOn ? page.nextOffset() : OptionalInt.empty();
    }
}
