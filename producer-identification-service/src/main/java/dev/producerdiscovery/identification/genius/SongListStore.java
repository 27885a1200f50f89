package dev.producerdiscovery.identification.genius;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what Genius lists of artists, for all songs and all replicas. Written outside the settlement: it is true whatever
 * becomes of the message that asked. Thread-safe.
 */
final class SongListStore {

    private static final TypeReference<List<PageEntry>> PAGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SongListStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The list of an artist that holds at {@code now}, unless it was read before {@code notBefore}. */
    Optional<SongList> list(UUID artist, Instant now, Instant notBefore) {
        return jdbc.sql("""
                        select
                            songs,
                            conclusive,
                            observed_at
                        from song_lists
                        where artist_id = cast(:artist as uuid)
                            and source = 'genius'
                            and ask_again_at > cast(:now as timestamptz)
                            and (cast(:not_before as timestamptz) is null or observed_at >= :not_before)
                        """)
                .param("artist", artist)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("not_before", atUtc(notBefore))
                .query(this::list)
                .optional();
    }

    /**
     * Keeps a list until {@code askAgainAt}, unless another process has kept one meanwhile.
     *
     * @param artistId the artist's at Genius; null where Genius does not know the artist
     */
    void save(UUID artist, @Nullable Long artistId, SongList list, Instant askAgainAt, Instant notBefore) {
        jdbc.sql("""
                        select record_song_list(
                            cast(:artist as uuid),
                            'genius',
                            cast(:artist_id as text),
                            cast(:pages as jsonb),
                            cast(:conclusive as boolean),
                            cast(:ask_again_at as timestamptz),
                            cast(:not_before as timestamptz))
                        """)
                .param("artist", artist)
                .param("artist_id", artistId)
                .param("pages", json.writeValueAsString(list.entries()))
                .param("conclusive", list.conclusive())
                .param("ask_again_at", askAgainAt.atOffset(ZoneOffset.UTC))
                .param("not_before", atUtc(notBefore))
                .query()
                .listOfRows();
    }

    private SongList list(ResultSet row, int number) throws SQLException {
        return new SongList(
                json.readValue(row.getString("songs"), PAGES),
                row.getBoolean("conclusive"),
                row.getObject("observed_at", OffsetDateTime.class).toInstant());
    }

    /** Null for the beginning of time, which no database knows. */
    private static @Nullable OffsetDateTime atUtc(Instant time) {
        return time.equals(Instant.MIN) ? null : time.atOffset(ZoneOffset.UTC);
    }
}
