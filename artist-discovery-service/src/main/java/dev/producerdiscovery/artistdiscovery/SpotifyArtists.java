package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.matching.match.ArtistCandidate;
import dev.producerdiscovery.matching.match.ArtistMatch;
import dev.producerdiscovery.matching.match.Choice;
import dev.producerdiscovery.provider.spotify.SpotifyArtist;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import java.util.List;
import org.springframework.stereotype.Component;

/** The artists of Spotify, one call each. */
@Component
class SpotifyArtists implements ArtistCatalogue {

    private final SpotifyClient spotify;

    SpotifyArtists(SpotifyClient spotify) {
        this.spotify = spotify;
    }

    @Override
    public Resolution byId(String id) {
        return spotify.artist(id)
                // An artist who was taken down keeps the id and loses the name.
                .filter(artist -> !Text.isInvisible(artist.name()))
                .map(SpotifyArtists::accepted)
                .orElseGet(Resolution.NotFound::new);
    }

    private static Resolution accepted(SpotifyArtist artist) {
        return ArtistMatch.refuses(artist.name()) ? new Resolution.Refused() : found(artist);
    }

    @Override
    public Resolution byName(String name) {
        List<SpotifyArtist> hits = spotify.searchArtists(name).stream()
                .filter(artist -> !Text.isInvisible(artist.name()))
                .toList();
        return switch (ArtistMatch.choose(name, hits, SpotifyArtists::candidate)) {
            case Choice.Match<SpotifyArtist> match -> found(match.candidate());
            case Choice.Ambiguous<SpotifyArtist> several ->
                new Resolution.Ambiguous(
                        several.candidates().stream().map(Candidate::of).toList());
            case Choice.None<SpotifyArtist> none -> new Resolution.NotFound();
        };
    }

    private static Resolution.Found found(SpotifyArtist artist) {
        return new Resolution.Found(new FoundArtist(artist.id(), ArtistData.of(artist)));
    }

    private static ArtistCandidate candidate(SpotifyArtist artist) {
        return new ArtistCandidate(artist.name(), List.of(), artist.followers(), artist.popularity());
    }
}
