package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.matching.match.ArtistMatch;
import org.springframework.stereotype.Component;

/** Finds the one artist that is meant, in the catalogue that is asked. */
@Component
class ArtistResolver {

    private final SpotifyArtists spotify;
    private final MusicBrainzArtists musicBrainz;

    ArtistResolver(SpotifyArtists spotify, MusicBrainzArtists musicBrainz) {
        this.spotify = spotify;
        this.musicBrainz = musicBrainz;
    }

    Resolution resolve(ArtistQuery asked) {
        ArtistCatalogue catalogue = asked.isOfMusicBrainz() ? musicBrainz : spotify;
        return asked.id()
                .map(catalogue::byId)
                .orElseGet(() -> asked.name()
                        .map(name -> ArtistMatch.refuses(name) ? new Resolution.Refused() : catalogue.byName(name))
                        .orElseGet(Resolution.NotFound::new));
    }
}
