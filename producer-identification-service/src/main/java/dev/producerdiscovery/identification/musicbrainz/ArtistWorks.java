package dev.producerdiscovery.identification.musicbrainz;

import com.github.benmanes.caffeine.cache.Cache;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.provider.cache.RecentlyRead;
import dev.producerdiscovery.provider.cache.Turns;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What MusicBrainz has of the artists of songs, read once for all songs of an artist. Thread-safe. */
final class ArtistWorks {

    /** Some megabytes. */
    private static final int RECORDINGS_IN_MEMORY = 10_000;

    private final ArtistMap artists;
    private final ArtistPages pages;
    private final ArtistStore store;
    private final Duration validFor;
    private final InstantSource clock;
    private final Cache<String, ArtistIndex> recent;
    private final Turns<String> turns = new Turns<>();

    ArtistWorks(
            ArtistMap artists,
            ArtistPages pages,
            ArtistStore store,
            Duration validFor,
            Duration inMemory,
            InstantSource clock) {
        this.artists = artists;
        this.pages = pages;
        this.store = store;
        this.validFor = validFor;
        this.clock = clock;
        this.recent = RecentlyRead.cache(
                inMemory,
                clock,
                RECORDINGS_IN_MEMORY,
                (artist, index) -> 1 + index.work().recordings().size());
    }

    /** Of the artist whom the song was discovered for; empty when MusicBrainz does not know the artist. */
    Optional<ArtistIndex> of(Song song) {
        return artists.artistOf(song).map(this::work);
    }

    /** Also what is kept is read by one for all: a long list several times over would not fit into the memory. */
    private ArtistIndex work(String artist) {
        ArtistIndex remembered = recent.getIfPresent(artist);
        return remembered != null && isNewEnough(remembered.work())
                ? remembered
                : turns.take(artist, () -> keptOrRead(artist));
    }

    private ArtistIndex keptOrRead(String artist) {
        ArtistIndex remembered = recent.getIfPresent(artist);
        if (remembered != null && isNewEnough(remembered.work())) {
            return remembered;
        }
        ArtistIndex index = store.work(artist, clock.instant())
                .filter(ArtistWorks::isNewEnough)
                .map(kept -> new ArtistIndex(artist, kept))
                .orElseGet(() -> read(artist));
        recent.put(artist, index);
        return index;
    }

    private static boolean isNewEnough(ArtistWork work) {
        return !work.readAt().isBefore(WorkScope.current().answersSince());
    }

    private ArtistIndex read(String artist) {
        ArtistWork work = pages.read(artist);
        store.save(artist, work, work.readAt().plus(validFor));
        return new ArtistIndex(artist, work);
    }
}
