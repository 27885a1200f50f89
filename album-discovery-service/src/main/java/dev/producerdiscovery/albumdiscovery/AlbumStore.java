package dev.producerdiscovery.albumdiscovery;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads artists and keeps their albums. */
@Repository
class AlbumStore {

    private static final String FIND_ARTIST = """
            select id, spotify_id
            from artists
            where id = cast(:artistId as uuid)
            and spotify_id is not null
            """;

    private static final String STORE_ALBUM = """
            select cast(process_album_atomic(
                cast(:album as jsonb),
                cast(:operationId as text),
                cast(:spotifyId as text)) ->> 'album_id' as uuid)
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

    /** Empty for an artist that is not stored or that Spotify does not know. */
    Optional<Artist> artist(UUID artistId) {
        return jdbc.sql(FIND_ARTIST)
                .param("artistId", artistId)
                .query((row, number) -> new Artist(row.getObject("id", UUID.class), row.getString("spotify_id")))
                .optional();
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
    UUID store(AlbumData album, String operationId, String spotifyId) {
        return jdbc.sql(STORE_ALBUM)
                .param("album", json.writeValueAsString(album))
                .param("operationId", operationId)
                .param("spotifyId", spotifyId)
                .query(UUID.class)
                .single();
    }
}
