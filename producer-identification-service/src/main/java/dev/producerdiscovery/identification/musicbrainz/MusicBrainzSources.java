package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Both ways of asking MusicBrainz, sharing what they learn.
 *
 * @param byRelease the cheap way: a call an album
 * @param byIsrc the dear way: a call a song, mostly in vain
 */
public record MusicBrainzSources(CreditSource byRelease, CreditSource byIsrc) {

    /**
     * Puts them together.
     *
     * @param askAgainAfter how long "not there" stays an answer
     * @param validFor how long a release is used without reading it again
     * @param maxReads releases read for one song at most
     */
    public static MusicBrainzSources of(
            MusicBrainzClient client,
            JdbcClient jdbc,
            JsonMapper json,
            Duration askAgainAfter,
            Duration validFor,
            int maxReads,
            InstantSource clock) {
        MusicBrainzStore store = new MusicBrainzStore(jdbc, json);
        AlbumMap albums = new AlbumMap(client, store, askAgainAfter, clock);
        ReleaseSheets sheets = new ReleaseSheets(client, store, validFor, clock);
        return new MusicBrainzSources(
                new ReleaseSource(albums, sheets, maxReads, askAgainAfter, clock),
                new IsrcSource(new IsrcStore(jdbc), sheets, askAgainAfter, clock));
    }
}
