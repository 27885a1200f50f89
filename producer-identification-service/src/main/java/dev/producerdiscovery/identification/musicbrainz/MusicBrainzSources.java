package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseSheets;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Both ways of asking MusicBrainz, sharing what they learn.
 *
 * @param byArtist the cheap way: a call for a hundred recordings
 * @param byIsrc the dear way: a call a song, mostly in vain
 * @param kept the way without any call, for whoever may make none
 */
public record MusicBrainzSources(CreditSource byArtist, CreditSource byIsrc, CreditSource kept) {

    /**
     * Puts them together.
     *
     * @param askAgainAfter how long "not there" stays an answer
     * @param validFor how long a release or artist is used without reading it again, and how old a dump may become
     * @param inMemory how long what the database keeps is used without looking there again
     * @param maxReleases releases looked at for one song at most
     */
    public static MusicBrainzSources of(
            MusicBrainzClient client,
            JdbcClient jdbc,
            JsonMapper json,
            Duration askAgainAfter,
            Duration validFor,
            Duration inMemory,
            int maxReleases,
            InstantSource clock) {
        MusicBrainzStore store = new MusicBrainzStore(jdbc, json);
        ReleaseDump dump = new ReleaseDump(jdbc, json, validFor, clock);
        AlbumMap albums = new AlbumMap(client, store, dump, askAgainAfter, inMemory, clock);
        ReleaseSheets sheets = new ReleaseSheets(client, new SheetStore(jdbc, json), dump, validFor, inMemory, clock);
        SongReleases releases = new SongReleases(albums, maxReleases);
        ArtistStore artistStore = new ArtistStore(jdbc, json);
        ArtistWorks artists = new ArtistWorks(
                new ArtistMap(artistStore, albums, sheets, askAgainAfter, inMemory, clock),
                new ArtistPages(client, clock),
                artistStore,
                validFor,
                inMemory,
                clock);
        ReleaseCredits credits = new ReleaseCredits(releases, sheets, artistStore, clock);
        return new MusicBrainzSources(
                new ArtistSource(artists, albums, credits, askAgainAfter, clock),
                new IsrcSource(releases, sheets, artists, artistStore, askAgainAfter, clock),
                new KeptSource(credits, askAgainAfter, clock));
    }
}
