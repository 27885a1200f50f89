package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.matching.match.ArtistCandidate;
import dev.producerdiscovery.matching.match.ArtistMatch;
import dev.producerdiscovery.matching.match.Choice;
import dev.producerdiscovery.provider.spotify.SpotifyArtist;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the one artist that is meant, with one call to Spotify. */
@Component
class ArtistResolver {

    private final SpotifyClient spotify;

    ArtistResolver(SpotifyClient spotify) {
        this.spotify = spotify;
    }

    Resolution resolve(ArtistQuery asked) {
        return asked.spotifyId()
                .map(this::byId)
                .orElseGet(() -> asked.name().map(this::byName).orElseGet(Resolution.NotFound::new));
    }

    private Resolution byId(String id) {
        return spotify.artist(id)
                // An artist who was taken down keeps the id and loses the name.
                .filter(artist -> !Text.isInvisible(artist.name()))
                .map(ArtistResolver::accepted)
                .orElseGet(Resolution.NotFound::new);
    }

    private static Resolution accepted(SpotifyArtist artist) {
        return ArtistMatch.refuses(artist.name()) ? new Resolution.Refused() : new Resolution.Found(artist);
    }

    private Resolution byName(String name) {
        if (ArtistMatch.refuses(name)) {
            return new Resolution.Refused();
        }
        List<SpotifyArtist> hits = spotify.searchArtists(name).stream()
                .filter(artist -> !Text.isInvisible(artist.name()))
                .toList();
        return switch (ArtistMatch.choose(name, hits, ArtistResolver::candidate)) {
            case Choice.Match<SpotifyArtist> match -> new Resolution.Found(match.candidate());
            case Choice.Ambiguous<SpotifyArtist> several ->
                new Resolution.Ambiguous(
                        several.candidates().stream().map(Candidate::of).toList());
            case Choice.None<SpotifyArtist> none -> new Resolution.NotFound();
        };
    }

    private static ArtistCandidate candidate(SpotifyArtist artist) {
        return new ArtistCandidate(artist.name(), List.of(), artist.followers(), artist.popularity());
    }
}
