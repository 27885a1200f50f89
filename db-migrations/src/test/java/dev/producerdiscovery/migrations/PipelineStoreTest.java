package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

class PipelineStoreTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Store STORE = new Store(DB);

    @Test
    void an_artist_is_created_once_and_then_updated() {
        String id = Store.unique("artist");
        JsonNode created = STORE.artist(
                "{\"name\": \"Glass Harbour\", \"followers\": 5, \"metadata\": {\"genres\": [\"dream pop\"]}}",
                Store.unique("operation"),
                id);
        JsonNode updated = STORE.artist(
                "{\"name\": \"Glass Harbor\", \"metadata\": {\"url\": \"u\"}}", Store.unique("operation"), id);
        assertThat(created.get("created").asBoolean()).isTrue();
        assertThat(updated.get("created").asBoolean()).isFalse();
        assertThat(updated.get("artist_id")).isEqualTo(created.get("artist_id"));
        assertThat(DB.text("select concat_ws('|', name, followers, metadata) from artists where spotify_id = ?", id))
                .as("what is not given stays")
                .isEqualTo("Glass Harbor|5|{\"url\": \"u\", \"genres\": [\"dream pop\"]}");
    }

    @Test
    void an_operation_that_is_under_way_in_another_session_is_waited_for_and_not_repeated() throws Exception {
        String operation = Store.unique("operation");
        String id = Store.unique("artist");
        try (Connection connection = DB.dataSource().getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            Database first = new Database(DB.name(), new SingleConnectionDataSource(connection, true));
            JsonNode answer = first.json("select process_artist_atomic('{\"name\": \"First\"}', ?, ?)", operation, id);
            Future<JsonNode> second = threads.submit(() -> STORE.artist("{\"name\": \"Second\"}", operation, id));
            await().until(DB::hasWaitingSession);
            connection.commit();
            assertThat(second.get()).isEqualTo(answer);
        }
        assertThat(DB.text("select name from artists where spotify_id = ?", id)).isEqualTo("First");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"followers": 1}                     | name
                    {"name": " "}                        | name
                    {"name": 7}                          | name
                    {"name": "N", "popularity": 101}     | popularity
                    {"name": "N", "popularity": "high"}  | popularity
                    {"name": "N", "followers": -1}       | followers
                    {"name": "N", "followers": 1e12}     | followers
                    {"name": "N", "metadata": []}        | metadata
                    {"name": "N", "image_url": {}}       | image_url
                    []                                   | p_artist_data
                    """)
    void bad_data_is_refused_with_the_field_named(String data, String field) {
        assertRefused(BAD_ARGUMENT, () -> STORE.artist(data, Store.unique("operation"), Store.unique("artist")))
                .contains(field);
    }

    @Test
    void blank_operations_and_ids_are_refused() {
        assertRefused(BAD_ARGUMENT, () -> STORE.artist("{\"name\": \"N\"}", " ", "x"))
                .contains("p_operation_id");
        assertRefused(BAD_ARGUMENT, () -> STORE.artist("{\"name\": \"N\"}", Store.unique("operation"), ""))
                .contains("p_spotify_id");
        assertRefused(
                        BAD_ARGUMENT,
                        () -> STORE.artist("{\"name\": \"N\"}", Store.unique("operation"), "x".repeat(1 << 20)))
                .contains("p_spotify_id");
    }

    @Test
    void hostile_text_is_kept_as_it_is_and_endless_text_is_refused() {
        String id = Store.unique("artist");
        String hostile = "'; drop table artists; -- 夜 ";
        String name = hostile + "x".repeat(10_000 - hostile.length());
        STORE.artist("{\"name\": \"" + name + "\"}", Store.unique("operation"), id);
        assertThat(DB.text("select name from artists where spotify_id = ?", id)).isEqualTo(name);
        String endless = "{\"name\": \"" + name + "x\"}";
        assertRefused(BAD_ARGUMENT, () -> STORE.artist(endless, Store.unique("operation"), Store.unique("artist")))
                .contains("name must have at most 10000 characters");
    }

    @Test
    void a_joint_album_is_one_row_that_belongs_to_both_artists() {
        String one = STORE.someArtist();
        String other = STORE.someArtist();
        String spotifyId = Store.unique("album");
        JsonNode first = STORE.album(one, spotifyId, "{\"album_group\": \"album\", \"release_date\": \"2001-02-03\"}");
        JsonNode second = STORE.album(other, spotifyId, "{\"album_group\": \"appears_on\"}");
        assertThat(second.get("album_id")).isEqualTo(first.get("album_id"));
        assertThat(DB.text(
                        "select concat_ws('|', artist_id, release_date) from albums where spotify_id = ?", spotifyId))
                .isEqualTo(one + "|2001-02-03");
        assertThat(DB.column(
                        "select album_group from artist_albums where album_id = ?::uuid order by 1",
                        first.get("album_id").asString()))
                .containsExactly("album", "appears_on");
    }

    @Test
    void an_album_needs_an_artist_that_exists_and_a_date_that_exists() {
        assertRefused(UNKNOWN, () -> STORE.album("5f0c2f4e-0000-4000-8000-000000000001", Store.unique("album"), "{}"))
                .contains("artist_id");
        assertRefused(BAD_ARGUMENT, () -> STORE.album("word", Store.unique("album"), "{}"))
                .contains("artist_id", "word");
        String artist = STORE.someArtist();
        assertRefused(
                        BAD_ARGUMENT,
                        () -> STORE.album(artist, Store.unique("album"), "{\"release_date\": \"2001-02-30\"}"))
                .contains("release_date");
        assertRefused(BAD_ARGUMENT, () -> STORE.album(artist, Store.unique("album"), "{\"release_date\": \"2001\"}"));
    }

    @Test
    void a_producer_is_stored_under_its_normalised_name() {
        String name = Store.unique("ada vell ");
        JsonNode created = DB.json(
                "select process_producer_atomic('{\"name\": \"Ada Vell\", \"email\": \"a@example.org\"}', ?, ?)",
                Store.unique("operation"),
                name);
        JsonNode updated = DB.json(
                "select process_producer_atomic('{\"name\": \"ADA VELL\", \"instagram_handle\": \"ada\"}', ?, ?)",
                Store.unique("operation"),
                name);
        assertThat(created.get("created").asBoolean()).isTrue();
        assertThat(updated.get("created").asBoolean()).isFalse();
        assertThat(updated.get("producer_id")).isEqualTo(created.get("producer_id"));
        assertThat(DB.text(
                        "select concat_ws('|', name, email, instagram_handle) from producers where normalized_name = ?",
                        name))
                .isEqualTo("ADA VELL|a@example.org|ada");
        assertRefused(
                        BAD_ARGUMENT,
                        () -> DB.execute(
                                "select process_producer_atomic('{\"name\": \"N\"}', ?, ' ')", Store.unique("o")))
                .contains("p_normalized_name");
    }

    @Test
    void the_key_follows_the_name_that_is_stored() {
        String made = Store.unique("made for");
        String shown = Store.unique("shown as");
        String id = DB.text(
                "insert into producers (name, first_key, normalized_name, metadata) values ('Shown', ?, ?,"
                        + " jsonb_build_object('name_from', 'genius', 'name_key', ?::text)) returning id",
                made,
                shown,
                shown);
        DB.execute("select process_producer_atomic('{\"name\": \"Made\"}', ?, ?)", Store.unique("operation"), made);

        assertThat(DB.text(
                        "select concat_ws('|', name, normalized_name, first_key, shown_key(id)) from producers"
                                + " where id = ?::uuid",
                        id))
                .isEqualTo("Made|" + made + "|" + made);
        assertThat(DB.column("select alias || '|' || alias_key from producer_aliases where producer_id = ?::uuid", id))
                .containsExactly("Shown|" + shown);
    }

    @Test
    void what_is_stored_under_a_merged_name_goes_to_the_person_it_was_merged_into() {
        String root = DB.text(
                "insert into producers (name, normalized_name) values ('Root', ?) returning id", Store.unique("root"));
        String merged = Store.unique("merged");
        DB.execute(
                "insert into producers (name, normalized_name, merged_into) values ('Merged', ?, ?::uuid)",
                merged,
                root);
        assertThat(DB.json(
                                "select process_producer_atomic('{\"name\": \"Merged\", \"email\": \"m@example.org\"}', ?, ?)",
                                Store.unique("operation"),
                                merged)
                        .get("producer_id")
                        .asString())
                .isEqualTo(root);
        assertThat(DB.text("select concat_ws('|', name, email) from producers where id = ?::uuid", root))
                .isEqualTo("Root|m@example.org");
    }
}
