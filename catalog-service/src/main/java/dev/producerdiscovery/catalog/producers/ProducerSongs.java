package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.Columns;
import dev.producerdiscovery.catalog.Paging;
import dev.producerdiscovery.catalog.ResultPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the songs of a producer: produced ones first, then the most popular and the newest. */
@Repository
class ProducerSongs {

    private final JdbcClient database;

    ProducerSongs(JdbcClient database) {
        this.database = database;
    }

    /** @param root a producer that is not merged into another */
    ResultPage<ProducerSong> of(UUID root, Paging paging) {
        List<ProducerSong> songs = new ArrayList<>();
        AtomicLong total = new AtomicLong();
        database.sql("""
                        with songs as (
                            select
                                song_id,
                                artist_id,
                                array_agg(distinct role) as roles,
                                bool_or(produced) as produced,
                                max(confidence) as confidence,
                                (array_agg(verification order by confidence desc))[1] as verification,
                                (array_agg(source order by confidence desc))[1] as source,
                                max(popularity) as popularity,
                                (array_agg(track_id order by popularity desc nulls last))[1] as track_id
                            from catalog_credits
                            where producer_id = cast(:id as uuid)
                            group by song_id, artist_id
                        )
                        select
                            t.id as track_id, t.name, a.id as artist_id, a.name as artist_name, al.id as album_id,
                            al.name as album_name, al.release_date, s.roles, s.produced, s.confidence, s.verification,
                            s.source, s.popularity, count(*) over () as total
                        from songs s
                        left join normalized_tracks n on n.id = s.song_id
                        join tracks t on t.id = coalesce(n.representative_track_id, s.track_id)
                        join albums al on al.id = t.album_id
                        join artists a on a.id = s.artist_id
                        order by s.produced desc, s.popularity desc nulls last, al.release_date desc nulls last, t.name, t.id
                        limit cast(:limit as integer)
                        offset cast(:offset as integer)
                        """)
                .param("id", root)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(row -> {
                    songs.add(song(row));
                    total.set(row.getLong("total"));
                });
        return ResultPage.of(songs, paging, total.get());
    }

    private static ProducerSong song(ResultSet row) throws SQLException {
        return new ProducerSong(
                Columns.uuid(row, "track_id"),
                row.getString("name"),
                Columns.uuid(row, "artist_id"),
                row.getString("artist_name"),
                Columns.uuid(row, "album_id"),
                row.getString("album_name"),
                Columns.date(row, "release_date"),
                Columns.texts(row, "roles"),
                row.getBoolean("produced"),
                Columns.share(row, "confidence"),
                row.getString("verification"),
                row.getString("source"),
                Columns.integer(row, "popularity"));
    }
}
