package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.genius.HitGate.Candidate;
import dev.producerdiscovery.identification.genius.ListedArtist.KnownSong;
import dev.producerdiscovery.provider.genius.GeniusArtistRef;
import dev.producerdiscovery.provider.genius.GeniusClient;
import dev.producerdiscovery.provider.genius.GeniusHit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds an artist at Genius by the pages of well-known songs: a name alone has many bearers, and Genius cannot be asked for
 * one. Thread-safe.
 */
final class ArtistFinder {

    /** What an artist is worth who is hard to find. */
    private static final int MOST_SEARCHES = 3;

    private final GeniusClient client;

    ArtistFinder(GeniusClient client) {
        this.client = client;
    }

    /** The artist's id there; a call for each song that does not lead to it. */
    Optional<Long> find(ListedArtist artist) {
        for (KnownSong song : artist.known().stream().limit(MOST_SEARCHES).toList()) {
            Optional<Long> found = byPage(artist, song, client.search(PageQuestion.of(song.title(), artist.name())));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> byPage(ListedArtist artist, KnownSong song, List<GeniusHit> hits) {
        Set<Long> pages = HitGate.candidates(song.asSong(), HitGate.among(hits)).stream()
                .map(Candidate::page)
                .map(PageEntry::id)
                .collect(Collectors.toSet());
        return hits.stream()
                .filter(hit -> pages.contains(hit.id()))
                .flatMap(hit -> hit.primaryArtists().stream())
                .filter(page -> artist.isCalled(page.name()))
                .map(GeniusArtistRef::id)
                .findFirst();
    }
}
