package dev.producerdiscovery.catalog.artists;

import dev.producerdiscovery.catalog.Columns;
import dev.producerdiscovery.catalog.Paging;
import dev.producerdiscovery.catalog.ResultPage;
import dev.producerdiscovery.catalog.artists.ArtistSong.Maker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the songs of an artist with their producers, newest first. */
@Repository
class ArtistSongs {

    private static final TypeReference<List<Maker>> MAKERS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    ArtistSongs(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    ResultPage<ArtistSong> of(UUID artist, Paging paging) {
        List<ArtistSong> songs = new ArrayList<>();
        AtomicLong total = new AtomicLong();
        database.sql("""
                        select
                            t.id as track_id, t.name, al.name as album_name, al.release_date, t.popularity,
                            makers.people::text as people,
                            exists (select from credit_evidence e where e.song_id = s.id) as asked,
                            s.total
                        from (
                            select
                                n.id, n.representative_track_id, al.release_date, t.name, count(*) over () as total
                            from normalized_tracks n
                            join tracks t on t.id = n.representative_track_id
                            join albums al on al.id = t.album_id
                            where n.artist_id = cast(:artist as uuid)
                            order by al.release_date desc nulls last, t.name collate "C", n.id
                            limit cast(:limit as integer)
                            offset cast(:offset as integer)
                        ) s
                        join tracks t on t.id = s.representative_track_id
                        join albums al on al.id = t.album_id
                        cross join lateral (
                            select coalesce(
                                jsonb_agg(
                                    jsonb_build_object('id', id, 'name', name, 'role', role, 'confidence', confidence)
                                    order by confidence desc, name collate "C"),
                                '[]') as people
                            from (
                                select p.id, p.name, min(c.role) as role, max(c.confidence) as confidence
                                from tracks release
                                join catalog_credits c on c.track_id = release.id
                                join producers p on p.id = c.producer_id
                                where release.song_id = s.id
                                  and c.produced
                                group by p.id, p.name
                            ) credited
                        ) makers
                        order by s.release_date desc nulls last, s.name collate "C", s.id
                        """)
                .param("artist", artist)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(row -> {
                    songs.add(song(row));
                    total.set(row.getLong("total"));
                });
        return ResultPage.of(songs, paging, total.get());
    }

    private ArtistSong song(ResultSet row) throws SQLException {
        return new ArtistSong(
                Columns.uuid(row, "track_id"),
                row.getString("name"),
                row.getString("album_name"),
                Columns.date(row, "release_date"),
                Columns.integer(row, "popularity"),
                json.readValue(row.getString("people"), MAKERS),
                row.getBoolean("asked"));
    }
}
