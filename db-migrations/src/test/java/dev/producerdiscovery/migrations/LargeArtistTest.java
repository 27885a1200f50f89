package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is done for each page of an artist's tracks costs the same when the artist has thousands of songs. */
class LargeArtistTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final int SONGS = 4_000;

    @BeforeAll
    static void anArtistWithThousandsOfIdentifiedSongs() {
        DB.execute("insert into artists (id, name) values ('00000000-0000-4000-8000-0000000000b1', 'Ottoline Vesper')");
        DB.execute("""
                insert into albums (id, artist_id, name)
                values ('00000000-0000-4000-8000-0000000000b2', '00000000-0000-4000-8000-0000000000b1', 'All of it')
                """);
        DB.execute("""
                insert into normalized_tracks (artist_id, normalized_name)
                select '00000000-0000-4000-8000-0000000000b1', 'tide ' || n
                from generate_series(1, ?) as n
                """, SONGS);
        DB.execute("""
                insert into tracks (album_id, song_id, name)
                select '00000000-0000-4000-8000-0000000000b2', s.id, s.normalized_name
                from normalized_tracks s
                """);
        DB.execute("""
                update normalized_tracks s
                set representative_track_id = t.id
                from tracks t
                where t.song_id = s.id
                """);
        DB.execute("""
                insert into processing_status (entity_type, entity_id, state)
                select 'song', s.id::text, 'COMPLETED'
                from normalized_tracks s
                """);
        DB.execute("insert into artists (id, name) values ('00000000-0000-4000-8000-0000000000b4', 'Somebody else')");
        DB.execute("""
                insert into normalized_tracks (artist_id, normalized_name)
                select '00000000-0000-4000-8000-0000000000b4', 'tide ' || n
                from generate_series(1, ?) as n
                """, 5 * SONGS);
        DB.execute("vacuum analyze normalized_tracks, tracks, processing_status");
    }

    /** How many songs the server looked at for a statement. */
    private static long songsReadBy(String statement) throws SQLException {
        try (Connection session = DB.dataSource().getConnection();
                Statement sql = session.createStatement()) {
            long before = songsRead(sql);
            sql.execute(statement);
            return songsRead(sql) - before;
        }
    }

    private static long songsRead(Statement sql) throws SQLException {
        sql.execute("select pg_stat_force_next_flush()");
        try (ResultSet row = sql.executeQuery("""
                select seq_tup_read + coalesce(idx_tup_fetch, 0)
                from pg_stat_user_tables
                where relname = 'normalized_tracks'
                """)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void which_of_a_page_of_songs_are_to_be_identified_takes_a_look_at_these() throws SQLException {
        String page = DB.text("""
                select array_agg(id)
                from (
                    select id
                    from normalized_tracks
                    where artist_id = '00000000-0000-4000-8000-0000000000b1'
                    limit 20) as songs
                """);
        assertThat(songsReadBy("select * from songs_to_identify('" + page + "')"))
                .isBetween(20L, 500L);
    }

    @Test
    void an_estimate_looks_at_each_song_once() throws SQLException {
        DB.execute("""
                select begin_discovery_run(
                    '00000000-0000-4000-8000-0000000000b3',
                    '{"artistName": "Ottoline Vesper"}')
                """);
        assertThat(songsReadBy("select estimate_run('00000000-0000-4000-8000-0000000000b3', 300)"))
                .isBetween((long) SONGS, 2L * SONGS);
    }
}
