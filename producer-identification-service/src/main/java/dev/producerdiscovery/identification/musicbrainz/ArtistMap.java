package dev.producerdiscovery.identification.musicbrainz;

import com.github.benmanes.caffeine.cache.Cache;
import dev.producerdiscovery.identification.musicbrainz.ArtistStore.Lookup;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.matching.name.Names;
import dev.producerdiscovery.matching.name.SpecialPurposeArtists;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseSheets;
import dev.producerdiscovery.musicbrainz.sheet.Sheet;
import dev.producerdiscovery.musicbrainz.sheet.SheetArtist;
import dev.producerdiscovery.provider.cache.RecentlyRead;
import dev.producerdiscovery.provider.cache.Turns;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who an artist of ours is at MusicBrainz: by the Spotify link of the artist, else by the name on releases that the artist's
 * albums are. Only the artist decides, not the song that asks first. Thread-safe.
 */
final class ArtistMap {

    private static final int ARTISTS_IN_MEMORY = 10_000;

    /** Releases that are read for the name of their artist; they are kept for their songs. */
    private static final int MOST_RELEASES = 3;

    private final ArtistStore store;
    private final AlbumMap albums;
    private final ReleaseSheets sheets;
    private final Duration askAgainAfter;
    private final InstantSource clock;
    private final Cache<UUID, Lookup> recent;
    private final Turns<UUID> turns = new Turns<>();

    ArtistMap(
            ArtistStore store,
            AlbumMap albums,
            ReleaseSheets sheets,
            Duration askAgainAfter,
            Duration inMemory,
            InstantSource clock) {
        this.store = store;
        this.albums = albums;
        this.sheets = sheets;
        this.askAgainAfter = askAgainAfter;
        this.clock = clock;
        this.recent = RecentlyRead.cache(inMemory, clock, ARTISTS_IN_MEMORY, (artist, lookup) -> 1);
    }

    /** The id of the artist whom the song was discovered for; empty when MusicBrainz does not know the artist. */
    Optional<String> artistOf(Song song) {
        if (Names.isPlaceholder(song.artist())) {
            return Optional.empty();
        }
        Lookup lookup = known(song.artistId())
                .orElseGet(() ->
                        turns.take(song.artistId(), () -> known(song.artistId()).orElseGet(() -> lookUp(song))));
        return Optional.ofNullable(lookup.artist());
    }

    private Optional<Lookup> known(UUID artist) {
        Lookup remembered = recent.getIfPresent(artist);
        Optional<Lookup> known = remembered != null ? Optional.of(remembered) : store.lookup(artist, clock.instant());
        known.ifPresent(lookup -> remember(artist, lookup));
        return known.filter(lookup -> !lookup.at().isBefore(WorkScope.current().answersSince()));
    }

    private Lookup lookUp(Song song) {
        String there = byLink(song.artistId()).or(() -> byReleases(song)).orElse(null);
        Lookup lookup = new Lookup(there, clock.instant());
        store.saveLookup(song.artistId(), there, lookup.at().plus(askAgainAfter));
        remember(song.artistId(), lookup);
        return lookup;
    }

    /** That it is nobody may be asked again at any moment; who it is stays. */
    private void remember(UUID artist, Lookup lookup) {
        if (lookup.artist() != null) {
            recent.put(artist, lookup);
        }
    }

    private Optional<String> byLink(UUID artist) {
        String spotifyId = store.spotifyIdOf(artist);
        return spotifyId == null ? Optional.empty() : only(albums.artistsOf(artist, spotifyId));
    }

    /** Whoever bears the artist's name on releases that are the artist's albums. */
    private Optional<String> byReleases(Song song) {
        albums.mapAllOf(song.artistId());
        String name = Folding.key(song.artist());
        return store.someReleasesOf(song.artistId(), MOST_RELEASES).stream()
                .flatMap(release -> only(artistsNamed(name, sheets.read(release))).stream())
                .findFirst();
    }

    private static List<String> artistsNamed(String name, Sheet release) {
        return release.tracks().stream()
                .flatMap(track -> track.artists().stream())
                .filter(artist -> Folding.key(artist.name()).equals(name)
                        || Folding.key(artist.printedName()).equals(name))
                .map(SheetArtist::id)
                .toList();
    }

    /** Of several nobody can tell which it is; what stands for nobody is none. */
    private static Optional<String> only(List<String> ids) {
        List<String> different = ids.stream()
                .filter(id -> !SpecialPurposeArtists.include(id))
                .distinct()
                .toList();
        return different.size() == 1 ? Optional.of(different.getFirst()) : Optional.empty();
    }
}
