package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.albumdiscovery.AlbumListing.Entry;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The albums of Spotify, a page a call. */
@Component
class SpotifyAlbums implements AlbumCatalogue {

    private static final Logger log = LoggerFactory.getLogger(SpotifyAlbums.class);

    private final SpotifyClient spotify;
    private final Set<String> groups;

    SpotifyAlbums(SpotifyClient spotify, AlbumDiscoveryProperties properties) {
        this.spotify = spotify;
        this.groups = properties.groups();
    }

    @Override
    public AlbumListing list(Artist artist, int offset) {
        String id = artist.spotifyId();
        if (id == null) {
            throw new PermanentFailure("artistId " + artist.id() + " is no artist with a Spotify id in the database");
        }
        AlbumPage page = AlbumPage.of(spotify.artistAlbums(id, groups, offset), offset);
        if (page.unnamed() > 0) {
            log.info("{} albums of artist {} have no name any more and are left out", page.unnamed(), artist.id());
        }
        // From the first page on it is known what the rest of the run costs.
        boolean tells = offset == 0 || page.hasLongAlbums();
        return new AlbumListing(
                page.albums().stream()
                        .map(album -> new Entry.Read(album.id(), AlbumData.of(album, artist.id(), id)))
                        .map(Entry.class::cast)
                        .toList(),
                page.nextOffset(),
                tells ? page.total() : OptionalInt.empty(),
                null);
    }
}
