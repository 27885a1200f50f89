package dev.producerdiscovery.identification.genius;

import com.github.benmanes.caffeine.cache.Cache;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.provider.cache.RecentlyRead;
import dev.producerdiscovery.provider.cache.Turns;
import dev.producerdiscovery.provider.genius.GeniusClient;
import dev.producerdiscovery.provider.genius.GeniusList;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What Genius lists of artists, each read once for all songs of the artist. The first list that a process keeps is
 * everybody's: whichever song is asked about first, all have the same one. Thread-safe.
 */
final class SongLists {

    /** To find the artist and to read a page of the list takes two calls at least. */
    private static final int FEWEST_SONGS = 3;

    /** Namesakes may have a song of the same title, but hardly two. */
    private static final int FEWEST_OURS = 2;

    /** Some megabytes. */
    private static final int PAGES_IN_MEMORY = 20_000;

    private final GeniusClient client;
    private final SongListStore store;
    private final ArtistCatalogue catalogue;
    private final ArtistFinder finder;
    private final int maxPages;
    private final Duration validFor;
    private final InstantSource clock;
    private final Cache<UUID, SongList> recent;
    private final Turns<UUID> turns = new Turns<>();

    SongLists(
            GeniusClient client,
            SongListStore store,
            ArtistCatalogue catalogue,
            int maxPages,
            Duration validFor,
            Duration inMemory,
            InstantSource clock) {
        this.client = client;
        this.store = store;
        this.catalogue = catalogue;
        this.finder = new ArtistFinder(client);
        this.maxPages = maxPages;
        this.validFor = validFor;
        this.clock = clock;
        this.recent = RecentlyRead.cache(
                inMemory,
                clock,
                PAGES_IN_MEMORY,
                (artist, list) -> 1 + list.entries().size());
    }

    /** The list of the song's artist; empty where it is not worth its calls. */
    Optional<SongList> of(Song song) {
        Instant notBefore = WorkScope.current().answersSince();
        Optional<SongList> known = remembered(song.artistId(), notBefore);
        return known.isPresent()
                ? known
                : turns.take(
                        song.artistId(),
                        () -> remembered(song.artistId(), notBefore)
                                .or(() -> kept(song.artistId(), notBefore))
                                .or(() -> read(song.artistId(), song.artist(), notBefore)));
    }

    private Optional<SongList> remembered(UUID artist, Instant notBefore) {
        return Optional.ofNullable(recent.getIfPresent(artist))
                .filter(list -> !list.observedAt().isBefore(notBefore));
    }

    private Optional<SongList> kept(UUID artist, Instant notBefore) {
        Optional<SongList> kept = store.list(artist, clock.instant(), notBefore);
        kept.ifPresent(list -> recent.put(artist, list));
        return kept;
    }

    private Optional<SongList> read(UUID artist, String name, Instant notBefore) {
        ListedArtist listed = catalogue.artist(artist, name);
        // No more calls for the list than to ask for each song by itself.
        int most = Math.min(maxPages, listed.songs());
        if (listed.songs() < FEWEST_SONGS || most == 0) {
            return Optional.empty();
        }
        Optional<Long> id = finder.find(listed);
        SongList list = id.map(found -> list(found, most, listed))
                .orElseGet(() -> new SongList(List.of(), false, clock.instant()));
        store.save(artist, id.orElse(null), list, clock.instant().plus(validFor), notBefore);
        return kept(artist, notBefore);
    }

    private SongList list(long artist, int most, ListedArtist listed) {
        List<PageEntry> pages = new ArrayList<>();
        boolean whole = addPages(artist, most, pages);
        SongList list = new SongList(pages, whole, clock.instant());
        long ours = listed.known().stream().filter(list::has).limit(FEWEST_OURS).count();
        return ours < FEWEST_OURS ? new SongList(pages, false, clock.instant()) : list;
    }

    /** Reads the list; false where it goes on after {@code most} pages, or stops to be there. */
    private boolean addPages(long artist, int most, List<PageEntry> pages) {
        int next = 1;
        for (int page = 0; page < most; page++) {
            GeniusList list = client.artistSongs(artist, next).orElse(null);
            if (list == null) {
                return false;
            }
            list.songs().stream().map(PageEntry::of).forEach(pages::add);
            if (list.nextPage().isEmpty()) {
                return true;
            }
            next = list.nextPage().getAsInt();
        }
        return false;
    }
}
