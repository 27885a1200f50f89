package dev.producerdiscovery.catalog.export;

import dev.producerdiscovery.catalog.Columns;
import dev.producerdiscovery.catalog.SlowReaders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads credits row by row. */
@Repository
public class CreditRows {

    private static final int ROWS_PER_FETCH = 500;

    private final JdbcClient database;

    CreditRows(JdbcClient database) {
        this.database = database;
    }

    /** A producer or artist that was merged stands for the one it was merged into. Transactional, or JDBC fetches all at once. */
    @Transactional(readOnly = true)
    public void forEach(@Nullable UUID producer, @Nullable UUID artist, Consumer<CreditRow> consumer) {
        SlowReaders.waitFor(database);
        database.sql("""
                        select
                            c.producer_id, p.name as producer, c.role, a.name as artist, t.name as track,
                            al.name as album, al.release_date, t.isrc, t.spotify_id, c.confidence, c.verification,
                            c.source, t.musicbrainz_id, al.musicbrainz_id as album_musicbrainz_id,
                            a.musicbrainz_id as artist_musicbrainz_id
                        from catalog_credits c
                        join producers p on p.id = c.producer_id
                        join tracks t on t.id = c.track_id
                        join albums al on al.id = t.album_id
                        join artists a on a.id = c.artist_id
                        where (cast(:producer as uuid) is null
                            or c.producer_id = (
                                select coalesce(named.merged_into, named.id)
                                from producers named
                                where named.id = cast(:producer as uuid)))
                          and (cast(:artist as uuid) is null or c.artist_id = kept_row(cast(:artist as uuid)))
                        order by p.name collate "C", a.name collate "C", al.release_date, t.name collate "C", c.role, t.id
                        """)
                .param("producer", producer)
                .param("artist", artist)
                .withFetchSize(ROWS_PER_FETCH)
                .query(row -> {
                    consumer.accept(credit(row));
                });
    }

    private static CreditRow credit(ResultSet row) throws SQLException {
        return new CreditRow(
                Columns.uuid(row, "producer_id"),
                row.getString("producer"),
                row.getString("role"),
                row.getString("artist"),
                row.getString("track"),
                row.getString("album"),
                Columns.date(row, "release_date"),
                row.getString("isrc"),
                row.getString("spotify_id"),
                Columns.share(row, "confidence"),
                row.getString("verification"),
                row.getString("source"),
                row.getString("musicbrainz_id"),
                row.getString("album_musicbrainz_id"),
                row.getString("artist_musicbrainz_id"));
    }
}
