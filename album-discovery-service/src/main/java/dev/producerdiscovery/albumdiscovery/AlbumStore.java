package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.albumdiscovery.AlbumListing.Entry;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads artists and keeps their albums. */
@Repository
class AlbumStore {

    private static final String FIND_ARTIST = """
            select
                id,
                spotify_id,
                musicbrainz_id
            from artists
            where id = kept_row(cast(:artistId as uuid))
            """;

    private static final String STORE_ALBUM = """
            select cast(process_album_atomic(
                cast(:album as jsonb),
                cast(:operationId as text),
                cast(:spotifyId as text)) ->> 'album_id' as uuid)
            """;

    private static final String LISTED = """
            select
                album.id,
                album.name,
                listing.listed_at
            from catalogue_listings listing
            join artist_albums link on link.artist_id = listing.artist_id
            join albums album on album.id = link.album_id
            where listing.artist_id = cast(:artistId as uuid)
            and listing.catalogue = 'musicbrainz'
            and listing.list_again_at > cast(:now as timestamptz)
            and album.musicbrainz_id is not null
            order by
                album.release_date,
                album.id
            """;

    private static final String RECORD_LISTING = """
            select record_catalogue_listing(
                cast(:artistId as uuid),
                'musicbrainz',
                cast(:releases as integer),
                cast(:leftOut as integer),
                cast(:again as timestamptz))
            """;

    private static final String ESTIMATE = """
            select estimate_run(cast(:run as uuid), cast(:albums as integer))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AlbumStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty for an artist that is not stored. */
    Optional<Artist> artist(UUID artistId) {
        return jdbc.sql(FIND_ARTIST)
                .param("artistId", artistId)
                .query((row, number) -> new Artist(
                        row.getObject("id", UUID.class), row.getString("spotify_id"), row.getString("musicbrainz_id")))
                .optional();
    }

    /** The artist's albums at MusicBrainz as they were listed not long ago; none when they are to be listed. */
    List<Entry.Stored> listed(UUID artistId, Instant now) {
        return jdbc
                .sql(LISTED)
                .param("artistId", artistId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> isNewEnough(row) ? stored(row) : null)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isNewEnough(ResultSet row) throws SQLException {
        Instant listed = row.getObject("listed_at", OffsetDateTime.class).toInstant();
        return !listed.isBefore(WorkScope.current().answersSince());
    }

    private static Entry.Stored stored(ResultSet row) throws SQLException {
        return new Entry.Stored(row.getObject("id", UUID.class), row.getString("name"));
    }

    /** Notes that the artist's albums are listed, so that they need not be read again before {@code again}. */
    void recordListing(UUID artistId, AlbumListing.Whole whole, Instant again) {
        jdbc.sql(RECORD_LISTING)
                .param("artistId", artistId)
                .param("releases", whole.releases())
                .param("leftOut", whole.leftOut())
                .param("again", again.atOffset(ZoneOffset.UTC))
                .query()
                .listOfRows();
    }

    /** Notes what the run costs, now that the artist's albums are counted; nothing where nobody opened the run. */
    void estimate(UUID run, int albums) {
        jdbc.sql(ESTIMATE)
                .param("run", run)
                .param("albums", albums)
                .query(Boolean.class)
                .single();
    }

    /** Inserts or updates the album and notes that it is this artist's too. Returns its database id. */
    UUID store(AlbumData album, String operationId, @Nullable String spotifyId) {
        return jdbc.sql(STORE_ALBUM)
                .param("album", json.writeValueAsString(album))
                .param("operationId", operationId)
                .param("spotifyId", spotifyId)
                .query(UUID.class)
                .single();
    }
}
