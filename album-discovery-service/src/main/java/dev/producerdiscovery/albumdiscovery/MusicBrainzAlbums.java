package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.albumdiscovery.AlbumListing.Entry;
import dev.producerdiscovery.albumdiscovery.AlbumListing.Whole;
import dev.producerdiscovery.albumdiscovery.Editions.Chosen;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The albums of MusicBrainz, all at once: which edition of an album is taken is known when all editions are. Their tracks and
 * who made them come along and are kept for the stages that follow, which then ask for nothing.
 */
@Component
class MusicBrainzAlbums implements AlbumCatalogue {

    private static final Logger log = LoggerFactory.getLogger(MusicBrainzAlbums.class);

    private final EditionReader editions;
    private final AlbumStore store;
    private final SheetStore sheets;
    private final AlbumDiscoveryProperties properties;
    private final InstantSource clock;

    MusicBrainzAlbums(
            MusicBrainzClient client,
            AlbumStore store,
            SheetStore sheets,
            ReleaseDump dump,
            AlbumDiscoveryProperties properties,
            InstantSource clock) {
        this.editions = new EditionReader(client, dump, properties.groups().contains("compilation"));
        this.store = store;
        this.sheets = sheets;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public AlbumListing list(Artist artist, int offset) {
        String id = artist.musicbrainzId();
        if (id == null) {
            throw new PermanentFailure(
                    "artistId " + artist.id() + " is no artist with a MusicBrainz id in the database");
        }
        List<Entry.Stored> stored = store.listed(artist.id(), clock.instant());
        return stored.isEmpty() ? read(artist, id) : listing(stored, null);
    }

    private AlbumListing read(Artist artist, String id) {
        EditionReader.Editions read = editions.read(id);
        if (read.leftOut() > 0) {
            log.info(
                    "MusicBrainz has {} releases of artist {}, too many to read: {} of them, those entered last among them, are listed",
                    read.releases() + read.leftOut(),
                    artist.id(),
                    read.releases());
        }
        List<Chosen> chosen = Editions.choose(
                read.editions().stream().filter(editions::isAlbum).toList());
        Instant until = clock.instant().plus(properties.releaseValidFor());
        sheets.saveSheet(SheetStore.elsewhere(id), Elsewhere.of(read.editions(), chosen), until);
        Set<String> taken = new HashSet<>();
        List<Entry.Read> albums = chosen.stream()
                .map(album -> {
                    sheets.saveSheet(album.edition().id(), album.edition().sheet(), until);
                    // Of two editions that say they are the same album at Spotify one is.
                    String spotifyId = album.spotifyId().filter(taken::add).orElse(null);
                    return new Entry.Read(spotifyId, AlbumData.of(album, artist.id()));
                })
                .toList();
        return listing(albums, new Whole(read.releases(), read.leftOut(), properties.listAgainAfter()));
    }

    private static AlbumListing listing(List<? extends Entry> albums, @Nullable Whole whole) {
        return new AlbumListing(List.copyOf(albums), OptionalInt.empty(), OptionalInt.of(albums.size()), whole);
    }
}
