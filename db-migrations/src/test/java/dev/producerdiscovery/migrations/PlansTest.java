package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stages ask for each song costs the same however many producers there are: nothing reads a table to its end.
 * Maven's profile {@code slow} asks among a million.
 */
class PlansTest {

    private static final int PRODUCERS = Integer.getInteger("producers", 10_000);

    /** Small tables are read to their ends because that is faster. */
    private static final int MOST_ROWS = 1_000;

    private static final String SONG = "md5('song77')::uuid";
    private static final String PRODUCER = "md5('producer77')::uuid";

    private static final Database DATABASE = TestServer.plain().migrated();

    @BeforeAll
    static void fill() throws IOException, SQLException {
        Database superuser = TestServer.plain().as(DATABASE, "postgres");
        try (Connection connection = superuser.dataSource().getConnection();
                Statement statement = connection.createStatement();
                InputStream script =
                        Objects.requireNonNull(PlansTest.class.getResourceAsStream("/plans/catalogue.sql"))) {
            statement.execute("set size.producers = " + PRODUCERS);
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A known person, a name that an alias bears, and somebody new.
                """
                settle_songs(jsonb_build_array(jsonb_build_object(
                    'song_id', %1$s,
                    'version', 'as it is',
                    'answers', jsonb_build_array(jsonb_build_object('source', 'genius', 'claims', jsonb_build_array(
                        jsonb_build_object('outcome', 'credited', 'raw_name', 'Producer 78', 'name_key', 'producer 78',
                            'raw_role', 'producer', 'role', 'producer', 'source_person_id', '78', 'match_kind', 'x',
                            'match_strength', 0.9),
                        jsonb_build_object('outcome', 'credited', 'raw_name', 'Alias 79', 'name_key', 'alias 79',
                            'raw_role', 'producer', 'role', 'producer', 'match_kind', 'x', 'match_strength', 0.9),
                        jsonb_build_object('outcome', 'credited', 'raw_name', 'Cora Quill', 'name_key', 'cora quill',
                            'raw_role', 'producer', 'role', 'producer', 'source_person_id', 'q', 'match_kind', 'x',
                            'match_strength', 0.9)))))))
                """,
                "artist_is_being_listed(md5('artist80')::uuid, interval '1 day')",
                "song_version(%1$s)",
                "song_is_identified(%1$s)",
                "count(*) from songs_to_identify(array[%1$s])",
                "count(*) from claim_producers_enrichment(array[%1$s], '{producer}', interval '1 day')",
                """
                count(*) from record_producer_profiles(jsonb_build_array(jsonb_build_object(
                    'producer_id', %2$s,
                    'profile', jsonb_build_object(
                        'identities', jsonb_build_array(
                            jsonb_build_object('provider', 'genius', 'external_id', '77'),
                            jsonb_build_object('provider', 'musicbrainz', 'external_id', 'm78')),
                        'aliases', jsonb_build_array(jsonb_build_object(
                            'name', 'Alias 79', 'key', 'alias 79', 'source', 'genius'))),
                    'answers', '[]'::jsonb)))
                """,
                "refresh_producer_summaries(array[%2$s])",
                "refresh_producer_names(array[%2$s])",
                "producer_has_new_identities(%2$s)",
                "resolve_producer('musicbrainz', 'm0', 'Producer 77', 'producer 77')",
                """
                count(*) from store_tracks(
                    array['{"name": "Song 77", "title_key": "song 77", "spotify_id": "track77"}'::jsonb],
                    md5('album80')::uuid,
                    md5('artist80')::uuid)
                """,
                """
                count(*) from store_tracks(
                    array['{"name": "Song 77", "title_key": "song 77", "musicbrainz_id": "r77", "isrc": "ZZ1"}'::jsonb],
                    md5('album80')::uuid,
                    md5('artist80')::uuid)
                """,
                """
                count(*) from track_places(
                    array[
                        '{"name": "Song 77", "spotify_id": "track77"}'::jsonb,
                        '{"name": "Song 78", "spotify_id": "track new"}'::jsonb],
                    md5('album80')::uuid)
                """,
                """
                process_album_atomic(
                    jsonb_build_object('name', 'Tide', 'artist_id', md5('artist80')::uuid, 'musicbrainz_id', 'b77',
                        'metadata', jsonb_build_object('upc', '7', 'total_tracks', 3)),
                    'plans',
                    null)
                """,
                "count(*) from artists_of_the_name(md5('artist80')::uuid)",
                """
                regroup_songs(
                    md5('artist80')::uuid,
                    (
                        select jsonb_agg(jsonb_build_object('track_id', t.id, 'title_key', 'tide', 'seconds', null))
                        from tracks t
                        where t.album_id = md5('album80')::uuid))
                """,
            })
    void no_table_is_read_to_its_end(String question) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Map<String, Long> before = scanned(statement);
            statement.execute("select " + question.formatted(SONG, PRODUCER));
            // What a transaction leaves to its end belongs to it.
            statement.execute("set constraints all immediate");
            Map<String, Long> after = scanned(statement);
            connection.rollback();

            after.replaceAll((table, rows) -> rows - before.getOrDefault(table, 0L));
            after.values().removeIf(rows -> rows <= MOST_ROWS);
            assertThat(after).as("rows that were read by going through a table").isEmpty();
        }
    }

    /** By table, of the session: what it did before is told with a delay. */
    private static Map<String, Long> scanned(Statement statement) throws SQLException {
        Map<String, Long> scanned = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("select relname, seq_tup_read from pg_stat_xact_user_tables")) {
            while (rows.next()) {
                scanned.put(rows.getString(1), rows.getLong(2));
            }
        }
        return scanned;
    }
}
