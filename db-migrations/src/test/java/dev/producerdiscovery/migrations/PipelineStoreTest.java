package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

class PipelineStoreTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static String unique(String prefix) {
        return prefix + NUMBERS.incrementAndGet();
    }

    private static JsonNode artist(String data, String operation, String spotifyId) {
        return DB.json("select process_artist_atomic(?::jsonb, ?, ?)", data, operation, spotifyId);
    }

    private static String someArtist() {
        return artist("{\"name\": \"Glass Harbour\"}", unique("operation"), unique("artist"))
                .get("artist_id")
                .asString();
    }

    private static JsonNode album(String artist, String spotifyId, String more) {
        return DB.json(
                "select process_album_atomic(?::jsonb || jsonb_build_object('name', 'Low Tide', 'artist_id', ?), ?, ?)",
                more,
                artist,
                unique("operation"),
                spotifyId);
    }

    private static String someAlbum(String artist) {
        return album(artist, unique("album"), "{}").get("album_id").asString();
    }

    private static JsonNode batch(String tracks, String album, String artist) {
        return DB.json(
                "select process_track_batch(array(select jsonb_array_elements(?::jsonb)), ?::uuid, ?::uuid)",
                tracks,
                album,
                artist);
    }

    private static String track(String name, String spotifyId, String song) {
        return """
                {"name": "%s", "spotify_id": "%s", "normalized_name": "%s", "isrc": "zz1", "duration_ms": 200000}
                """.formatted(name, spotifyId, song);
    }

    @Test
    void an_artist_is_created_once_and_then_updated() {
        String id = unique("artist");
        JsonNode created = artist(
                "{\"name\": \"Glass Harbour\", \"followers\": 5, \"metadata\": {\"genres\": [\"dream pop\"]}}",
                unique("operation"),
                id);
        JsonNode updated =
                artist("{\"name\": \"Glass Harbor\", \"metadata\": {\"url\": \"u\"}}", unique("operation"), id);
        assertThat(created.get("created").asBoolean()).isTrue();
        assertThat(updated.get("created").asBoolean()).isFalse();
        assertThat(updated.get("artist_id")).isEqualTo(created.get("artist_id"));
        assertThat(DB.text("select concat_ws('|', name, followers, metadata) from artists where spotify_id = ?", id))
                .as("what is not given stays")
                .isEqualTo("Glass Harbor|5|{\"url\": \"u\", \"genres\": [\"dream pop\"]}");
    }

    @Test
    void the_same_operation_again_changes_nothing_and_answers_the_same() {
        String operation = unique("operation");
        String id = unique("artist");
        JsonNode first = artist("{\"name\": \"First\"}", operation, id);
        JsonNode again = artist("{\"name\": \"Second\"}", operation, id);
        assertThat(again).isEqualTo(first);
        assertThat(first.get("operation_id").asString()).isEqualTo(operation);
        assertThat(DB.text("select name from artists where spotify_id = ?", id)).isEqualTo("First");
    }

    @Test
    void an_operation_that_is_under_way_in_another_session_is_waited_for_and_not_repeated() throws Exception {
        String operation = unique("operation");
        String id = unique("artist");
        try (Connection connection = DB.dataSource().getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            Database first = new Database(DB.name(), new SingleConnectionDataSource(connection, true));
            JsonNode answer = first.json("select process_artist_atomic('{\"name\": \"First\"}', ?, ?)", operation, id);
            Future<JsonNode> second = threads.submit(() -> artist("{\"name\": \"Second\"}", operation, id));
            await().until(() ->
                    DB.isTrue("select exists (select from pg_locks where locktype = 'advisory' and not granted)"));
            connection.commit();
            assertThat(second.get()).isEqualTo(answer);
        }
        assertThat(DB.text("select name from artists where spotify_id = ?", id)).isEqualTo("First");
    }

    @Test
    void of_many_sessions_with_the_same_artist_one_creates_it() {
        String id = unique("artist");
        assertThat(Sessions.atOnce(
                        8,
                        () -> artist("{\"name\": \"Raced\"}", unique("operation"), id)
                                .get("created")
                                .asBoolean()))
                .containsOnlyOnce(true);
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
        assertRefused(BAD_ARGUMENT, () -> artist(data, unique("operation"), unique("artist")))
                .contains(field);
    }

    @Test
    void blank_operations_and_ids_are_refused() {
        assertRefused(BAD_ARGUMENT, () -> artist("{\"name\": \"N\"}", " ", "x")).contains("p_operation_id");
        assertRefused(BAD_ARGUMENT, () -> artist("{\"name\": \"N\"}", unique("operation"), ""))
                .contains("p_spotify_id");
        assertRefused(BAD_ARGUMENT, () -> artist("{\"name\": \"N\"}", unique("operation"), "x".repeat(1 << 20)))
                .contains("p_spotify_id");
    }

    @Test
    void hostile_and_endless_text_is_kept_as_it_is() {
        String id = unique("artist");
        String name = "'; drop table artists; -- 夜 " + "x".repeat(1 << 20);
        artist("{\"name\": \"" + name + "\"}", unique("operation"), id);
        assertThat(DB.text("select name from artists where spotify_id = ?", id)).isEqualTo(name);
    }

    @Test
    void a_joint_album_is_one_row_that_belongs_to_both_artists() {
        String one = someArtist();
        String other = someArtist();
        String spotifyId = unique("album");
        JsonNode first = album(one, spotifyId, "{\"album_group\": \"album\", \"release_date\": \"2001-02-03\"}");
        JsonNode second = album(other, spotifyId, "{\"album_group\": \"appears_on\"}");
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
        assertRefused(UNKNOWN, () -> album("5f0c2f4e-0000-4000-8000-000000000001", unique("album"), "{}"))
                .contains("artist_id");
        assertRefused(BAD_ARGUMENT, () -> album("word", unique("album"), "{}")).contains("artist_id", "word");
        String artist = someArtist();
        assertRefused(BAD_ARGUMENT, () -> album(artist, unique("album"), "{\"release_date\": \"2001-02-30\"}"))
                .contains("release_date");
        assertRefused(BAD_ARGUMENT, () -> album(artist, unique("album"), "{\"release_date\": \"2001\"}"));
    }

    @Test
    void the_tracks_of_an_album_are_stored_with_the_songs_they_are() {
        String artist = someArtist();
        String album = someAlbum(artist);
        String plain = unique("track");
        String remaster = unique("track");
        String other = unique("track");
        JsonNode answer = batch(
                "[" + track("Undertow", plain, "undertow") + "," + track("Undertow - Remastered", remaster, "undertow")
                        + "," + track("Lantern", other, "lantern") + "]",
                album,
                artist);

        assertThat(answer.get("processed").asInt()).isEqualTo(3);
        JsonNode results = answer.get("results");
        assertThat(results.valueStream().map(result -> result.get("spotify_id").asString()))
                .containsExactly(plain, remaster, other);
        assertThat(results.get(0).get("song_id")).isEqualTo(results.get(1).get("song_id"));
        assertThat(results.get(0).get("song_id")).isNotEqualTo(results.get(2).get("song_id"));
        assertThat(results.get(0).get("identified").asBoolean()).isFalse();
        assertThat(DB.text(
                        "select t.spotify_id from normalized_tracks n join tracks t on t.id = n.representative_track_id"
                                + " where n.artist_id = ?::uuid and n.normalized_name = 'undertow'",
                        artist))
                .isEqualTo(plain);
        assertThat(DB.text("select isrc from tracks where spotify_id = ?", plain))
                .isEqualTo("ZZ1");
    }

    @Test
    void storing_the_same_page_again_changes_no_id() {
        String artist = someArtist();
        String album = someAlbum(artist);
        String page = "[" + track("Undertow", unique("track"), "undertow") + "]";
        assertThat(batch(page, album, artist)).isEqualTo(batch(page, album, artist));
    }

    @Test
    void an_empty_page_is_nothing_and_a_track_named_twice_is_one() {
        String artist = someArtist();
        String album = someAlbum(artist);
        assertThat(batch("[]", album, artist).get("processed").asInt()).isZero();
        String twice = track("Undertow", unique("track"), "undertow");
        JsonNode answer = batch("[" + twice + "," + twice + "]", album, artist);
        assertThat(answer.get("results").get(0)).isEqualTo(answer.get("results").get(1));
    }

    @Test
    void a_bad_track_refuses_the_whole_page() {
        String artist = someArtist();
        String album = someAlbum(artist);
        String good = unique("track");
        assertRefused(
                        BAD_ARGUMENT,
                        () -> batch(
                                "[" + track("Undertow", good, "undertow") + ", {\"name\": \"No id\"}]", album, artist))
                .contains("spotify_id");
        assertThat(DB.number("select count(*) from tracks where spotify_id = ?", good))
                .isZero();
    }

    @Test
    void an_unknown_album_or_artist_is_refused() {
        String artist = someArtist();
        String unknown = "5f0c2f4e-0000-4000-8000-000000000001";
        assertRefused(UNKNOWN, () -> batch("[]", unknown, artist)).contains("album_id");
        assertRefused(UNKNOWN, () -> batch("[]", someAlbum(artist), unknown)).contains("artist_id");
        assertRefused(
                BAD_ARGUMENT,
                () -> DB.execute("select process_track_batch(null, ?::uuid, ?::uuid)", someAlbum(artist), artist));
    }

    @Test
    void a_new_track_of_an_identified_song_says_so_and_has_its_credits() {
        String artist = someArtist();
        String album = someAlbum(artist);
        String song = batch("[" + track("Undertow", unique("track"), "undertow") + "]", album, artist)
                .at("/results/0/song_id")
                .asString();
        DB.execute("""
                select settle_song(?::uuid, '[{"source": "genius", "claims": [{
                    "outcome": "credited", "raw_name": "Ada Vell", "person_name": "Ada Vell", "name_key": "ada vell",
                    "raw_name_key": "ada vell", "raw_role": "Producer", "role": "producer",
                    "source_person_id": "77", "source_song_id": "78", "match_kind": "title and artist",
                    "match_strength": 1, "aliases": []}]}]'::jsonb)
                """, song);

        JsonNode later = batch("[" + track("Undertow", unique("track"), "undertow") + "]", album, artist);

        assertThat(later.at("/results/0/identified").asBoolean()).isTrue();
        assertThat(DB.text(
                        "select p.name from track_producers c join producers p on p.id = c.producer_id"
                                + " where c.track_id = ?::uuid",
                        later.at("/results/0/track_id").asString()))
                .isEqualTo("Ada Vell");
    }

    @Test
    void pages_with_the_same_songs_may_be_stored_at_once() {
        String artist = someArtist();
        List<JsonNode> answers = Sessions.atOnce(8, () -> {
            String album = someAlbum(artist);
            StringBuilder page = new StringBuilder("[");
            // Every session names the songs in another order.
            int first = NUMBERS.incrementAndGet();
            for (int n = 0; n < 20; n++) {
                String song = "song " + (first * 7 + n * 3) % 20;
                page.append(n == 0 ? "" : ",").append(track(song, unique("track"), song));
            }
            return batch(page + "]", album, artist);
        });
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.get("processed").asInt()).isEqualTo(20));
        assertThat(DB.number("select count(*) from normalized_tracks where artist_id = ?::uuid", artist))
                .isEqualTo(20);
    }

    @Test
    void one_track_is_stored_with_its_song_too() {
        String artist = someArtist();
        String album = someAlbum(artist);
        String operation = unique("operation");
        String call =
                "select process_track_atomic(jsonb_build_object('name', 'Ébène', 'album_id', ?, 'artist_id', ?), ?, ?)";
        String spotifyId = unique("track");
        JsonNode stored = DB.json(call, album, artist, operation, spotifyId);
        assertThat(stored.get("created").asBoolean()).isTrue();
        assertThat(DB.json(call, album, artist, operation, spotifyId)).isEqualTo(stored);
        assertThat(DB.text("select normalized_name from normalized_tracks where artist_id = ?::uuid", artist))
                .isEqualTo("ebene");
    }

    @Test
    void a_producer_is_stored_under_its_normalised_name() {
        String name = unique("ada vell ");
        JsonNode created = DB.json(
                "select process_producer_atomic('{\"name\": \"Ada Vell\", \"email\": \"a@example.org\"}', ?, ?)",
                unique("operation"),
                name);
        JsonNode updated = DB.json(
                "select process_producer_atomic('{\"name\": \"ADA VELL\", \"instagram_handle\": \"ada\"}', ?, ?)",
                unique("operation"),
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
                        () -> DB.execute("select process_producer_atomic('{\"name\": \"N\"}', ?, ' ')", unique("o")))
                .contains("p_normalized_name");
    }

    @Test
    void what_is_stored_under_a_merged_name_goes_to_the_person_it_was_merged_into() {
        String root = DB.text(
                "insert into producers (name, normalized_name) values ('Root', ?) returning id", unique("root"));
        String merged = unique("merged");
        DB.execute(
                "insert into producers (name, normalized_name, merged_into) values ('Merged', ?, ?::uuid)",
                merged,
                root);
        assertThat(DB.json(
                                "select process_producer_atomic('{\"name\": \"Merged\", \"email\": \"m@example.org\"}', ?, ?)",
                                unique("operation"),
                                merged)
                        .get("producer_id")
                        .asString())
                .isEqualTo(root);
        assertThat(DB.text("select concat_ws('|', name, email) from producers where id = ?::uuid", root))
                .isEqualTo("Root|m@example.org");
    }
}
