package dev.producerdiscovery.artistdiscovery;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the artist that was settled on. */
@Repository
class ArtistStore {

    private static final String STORE_ARTIST = """
            select cast(process_artist_atomic(
                cast(:artist as jsonb),
                cast(:operationId as text),
                cast(:spotifyId as text)) ->> 'artist_id' as uuid)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ArtistStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Inserts or updates the artist. Returns its database id. */
    UUID store(FoundArtist artist, String operationId) {
        return jdbc.sql(STORE_ARTIST)
                .param("artist", json.writeValueAsString(artist.data()))
                .param("operationId", operationId)
                .param("spotifyId", artist.spotifyId())
                .query(UUID.class)
                .single();
    }
}
