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
 */
record AlbumPage(List<SpotifyAlbum> albums, OptionalInt nextOffset, int unnamed) {

    /** No artist has as many; a listing that goes on beyond repeats itself. */
    private static final int MAX_OFFSET = 10_000;

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
        return new AlbumPage(List.copyOf(named.values()), next(page, offset), unnamed);
    }

    private static OptionalInt next(SpotifyPage<SpotifyAlbum> page, int offset) {
        boolean goesOn = !page.items().isEmpty()
                && page.nextOffset().isPresent()
                && page.nextOffset().getAsInt() > offset
                && page.nextOffset().getAsInt() <= MAX_OFFSET;
        return goesOn ? page.nextOffset() : OptionalInt.empty();
    }
}
