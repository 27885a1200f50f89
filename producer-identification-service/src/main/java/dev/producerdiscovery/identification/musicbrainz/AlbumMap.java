package dev.producerdiscovery.identification.musicbrainz;

import com.github.benmanes.caffeine.cache.Cache;
import dev.producerdiscovery.identification.musicbrainz.MusicBrainzStore.UnmappedAlbum;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import dev.producerdiscovery.provider.cache.RecentlyRead;
import dev.producerdiscovery.provider.cache.SingleFlight;
import dev.producerdiscovery.provider.musicbrainz.MbLinks;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which releases an album is: looked up once, together with up to 99 other albums of the artist. Thread-safe. */
final class AlbumMap {

    private static final int ALBUMS_IN_MEMORY = 10_000;

    private final MusicBrainzClient client;
    private final MusicBrainzStore store;
    private final ReleaseDump dump;
    private final Duration askAgainAfter;
    private final InstantSource clock;
    private final Cache<UUID, List<String>> recent;
    private final SingleFlight<UUID, Integer> flights = new SingleFlight<>();

    AlbumMap(
            MusicBrainzClient client,
            MusicBrainzStore store,
            ReleaseDump dump,
            Duration askAgainAfter,
            Duration inMemory,
            InstantSource clock) {
        this.client = client;
        this.store = store;
        this.dump = dump;
        this.askAgainAfter = askAgainAfter;
        this.clock = clock;
        this.recent = RecentlyRead.cache(inMemory, clock, ALBUMS_IN_MEMORY, (album, releases) -> 1);
    }

    /** The releases of each of the song's albums. */
    Map<UUID, List<String>> releasesOf(Song song) {
        Map<UUID, List<String>> releases = new HashMap<>(listed(song));
        releases.putAll(lookedUp(song));
        return releases;
    }

    /** Those of albums that MusicBrainz itself has listed: they are releases of it. */
    private static Map<UUID, List<String>> listed(Song song) {
        Map<UUID, List<String>> listed = new HashMap<>();
        for (SongTrack track : song.tracks()) {
            String release = track.album().musicbrainzId();
            if (release != null) {
                listed.put(track.album().id(), List.of(release));
            }
        }
        return listed;
    }

    private Map<UUID, List<String>> lookedUp(Song song) {
        List<UUID> albums = onSpotify(song);
        Map<UUID, List<String>> known = known(albums);
        // Another song's flight may have left before this song's albums were stored, so it need not have brought them.
        while (!known.keySet().containsAll(albums)) {
            if (flights.join(song.artistId(), () -> map(albums, song.artistId())) == 0) {
                return known(albums);
            }
            known = known(albums);
        }
        return known;
    }

    /** The same without a call, for those of the albums that are known; none when no dump is believed. */
    Map<UUID, List<String>> dumpedReleasesOf(Song song) {
        if (!dump.isBelieved()) {
            return Map.of();
        }
        List<UUID> albums = onSpotify(song);
        Map<UUID, List<String>> known = known(albums);
        boolean all = known.keySet().containsAll(albums);
        return all || dump.mapAlbums(albums, song.artistId()) == 0 ? known : known(albums);
    }

    /** Whom an artist's Spotify page belongs to there; as many of the artist's albums are looked up in the same call. */
    List<String> artistsOf(UUID artist, String spotifyArtist) {
        dump.mapAlbums(List.of(), artist);
        List<UnmappedAlbum> albums = store.unmapped(List.of(), artist, clock.instant()).stream()
                .limit(MusicBrainzClient.MOST_ALBUMS_WITH_ARTIST)
                .toList();
        MbLinks links = client.linksOf(
                spotifyArtist, albums.stream().map(UnmappedAlbum::spotifyId).toList());
        save(albums, links.releases());
        return links.artists();
    }

    /** Looks up all albums of an artist that were not yet. */
    void mapAllOf(UUID artist) {
        while (flights.join(artist, () -> map(List.of(), artist)) > 0) {
            // A hundred at a time.
        }
    }

    /** Of which it is to be found out which releases they are. */
    static List<UUID> onSpotify(Song song) {
        return song.tracks().stream()
                .filter(track ->
                        track.album().spotifyId() != null && track.album().musicbrainzId() == null)
                .map(track -> track.album().id())
                .distinct()
                .toList();
    }

    /** The releases of those of the albums that were looked up. */
    private Map<UUID, List<String>> known(List<UUID> albums) {
        Map<UUID, List<String>> known = new HashMap<>(recent.getAllPresent(albums));
        List<UUID> others =
                albums.stream().filter(album -> !known.containsKey(album)).toList();
        if (!others.isEmpty()) {
            Map<UUID, List<String>> read = store.releasesOf(others, clock.instant());
            // That it is none may be asked again at any moment; which releases it is stays.
            read.forEach((album, releases) -> {
                if (!releases.isEmpty()) {
                    recent.put(album, releases);
                }
            });
            known.putAll(read);
        }
        return known;
    }

    /** How many albums were looked up; those that the dump knows first, as they cost no call. */
    private int map(List<UUID> wanted, UUID artist) {
        int dumped = dump.mapAlbums(wanted, artist);
        if (dumped > 0) {
            return dumped;
        }
        List<UnmappedAlbum> albums = store.unmapped(wanted, artist, clock.instant());
        if (albums.isEmpty()) {
            return 0;
        }
        save(
                albums,
                client.releasesBySpotifyAlbum(
                        albums.stream().map(UnmappedAlbum::spotifyId).toList()));
        return albums.size();
    }

    private void save(List<UnmappedAlbum> albums, Map<String, List<String>> releases) {
        Map<UUID, List<String>> lookups = albums.stream()
                .collect(Collectors.toMap(
                        UnmappedAlbum::id,
                        album -> releases.getOrDefault(album.spotifyId(), List.of()).stream()
                                .sorted()
                                .toList()));
        store.saveLookups(lookups, clock.instant().plus(askAgainAfter));
    }
}
