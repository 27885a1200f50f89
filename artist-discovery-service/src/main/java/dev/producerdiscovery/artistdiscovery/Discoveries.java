package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.provider.StandardCatalogue;
import dev.producerdiscovery.web.InvalidField;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts discovery runs. */
@Service
class Discoveries {

    private final RunStore runs;
    private final StandardCatalogue standard;
    private final MusicBrainzArtists musicBrainz;
    private final Supplier<UUID> newId;

    Discoveries(RunStore runs, StandardCatalogue standard, MusicBrainzArtists musicBrainz, Supplier<UUID> newId) {
        this.runs = runs;
        this.standard = standard;
        this.musicBrainz = musicBrainz;
        this.newId = newId;
    }

    /** Opens a run for each artist and sends its first message: all of them or, when the database fails, none. */
    @Transactional
    public List<StartedRun> start(List<ArtistQuery> artists, boolean refresh) {
        return artists.stream().map(asked -> start(possible(asked), refresh)).toList();
    }

    private ArtistQuery possible(ArtistQuery asked) {
        if (MusicCatalogue.SPOTIFY.word().equals(asked.catalogue()) && standard.catalogue() != MusicCatalogue.SPOTIFY) {
            throw new InvalidField(
                    "catalogue", "must not be spotify where SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET are not set");
        }
        ArtistQuery possible = asked.orElse(standard.catalogue());
        if (possible.isOfMusicBrainz() && !musicBrainz.canBeAsked()) {
            throw new InvalidField(
                    "catalogue",
                    "musicbrainz cannot be asked: MUSICBRAINZ_CONTACT is not set, and no dump of MusicBrainz is in use");
        }
        return possible;
    }

    private StartedRun start(ArtistQuery asked, boolean refresh) {
        UUID correlationId = newId.get();
        runs.begin(correlationId, asked);
        long messageId = runs.enqueue(ArtistDiscoveryRequest.of(asked, refresh, correlationId));
        return new StartedRun(asked, messageId, correlationId);
    }
}
