package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A page of tracks is stored by one statement a table, all or nothing. */
class TrackBatchTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String ARTIST = "00000000-0000-4000-8000-0000000000a1";
    private static final String ALBUM = "00000000-0000-4000-8000-0000000000a2";

    private final String page = UUID.randomUUID().toString();

    @BeforeAll
    static void countStatements() {
        DB.execute("insert into artists (id, name) values (?::uuid, 'Ottoline Vesper')", ARTIST);
        DB.execute("insert into albums (id, artist_id, name) values (?::uuid, ?::uuid, 'Low Tide')", ALBUM, ARTIST);
        DB.execute("create table statements (command text not null)");
        DB.execute("""
                create function count_statement() returns trigger
                language plpgsql
                as $$
                begin
                    insert into public.statements values (lower(tg_op) || ' ' || tg_table_name);
                    return null;
                end
                $$
                """);
        for (String table : DB.column("select tablename from pg_tables where schemaname = 'public'"
                + " and tablename not in ('statements', 'flyway_schema_history')")) {
            for (String command : List.of("insert", "update", "delete")) {
                DB.execute("create trigger count_" + command + " after " + command + " on " + table
                        + " for each statement execute function count_statement()");
            }
        }
    }

    @AfterAll
    static void stopCounting() {
        DB.execute("drop function count_statement cascade");
    }

    @BeforeEach
    void forget() {
        DB.execute("delete from statements");
    }

    private String track(int number) {
        return "{\"name\": \"Song %1$d\", \"spotify_id\": \"%2$s %1$d\", \"normalized_name\": \"%2$s song %1$d\"}"
                .formatted(number, page);
    }

    private List<String> tracks(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(this::track).toList();
    }

    private static JsonNode store(List<String> tracks) {
        return DB.json(
                "select process_track_batch(array(select jsonb_array_elements(?::jsonb)), ?::uuid, ?::uuid)",
                "[" + String.join(",", tracks) + "]",
                ALBUM,
                ARTIST);
    }

    private long stored() {
        return DB.number("select count(*) from tracks where spotify_id like ? || '%'", page)
                + DB.number("select count(*) from normalized_tracks where normalized_name like ? || '%'", page);
    }

    private static Map<String, Integer> statements() {
        Map<String, Integer> counts = new TreeMap<>();
        DB.column("select command from statements").forEach(command -> counts.merge(command, 1, Integer::sum));
        return counts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void however_many_new_tracks_take_one_statement_a_table(int size) {
        assertThat(store(tracks(1, size)).get("processed").asInt()).isEqualTo(size);
        assertThat(stored()).isEqualTo(2L * size);
        // A song's first track can only be named once it is there. An insert with "on conflict" counts as an update
        // too.
        assertThat(statements())
                .containsEntry("insert tracks", 1)
                .containsEntry("insert normalized_tracks", 1)
                .containsEntry("update tracks", 1)
                .containsEntry("update normalized_tracks", 2)
                .allSatisfy((command, count) -> assertThat(count).as(command).isLessThanOrEqualTo(2));
    }

    @Test
    void a_hundred_tracks_take_as_many_statements_as_one() {
        store(tracks(1, 1));
        Map<String, Integer> one = statements();
        forget();
        store(tracks(2, 101));
        assertThat(statements()).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"No id\"}",
                "{\"name\": \" \", \"spotify_id\": \"x\"}",
                "{\"name\": \"N\", \"spotify_id\": \"x\", \"popularity\": 101}",
                "{\"name\": \"N\", \"spotify_id\": \"x\", \"duration_ms\": \"long\"}",
                "{\"name\": \"N\", \"spotify_id\": \"x\", \"metadata\": []}",
                "\"'; drop table tracks; --\"",
                "null"
            })
    void one_bad_track_among_fifty_stores_nothing(String bad) {
        List<String> tracks = new ArrayList<>(tracks(1, 50));
        tracks.set(36, bad);
        assertRefused(BAD_ARGUMENT, () -> store(tracks));
        assertThat(stored()).isZero();
        assertThat(statements()).isEmpty();
    }

    @Test
    void the_results_come_in_the_order_given() {
        List<String> tracks = new ArrayList<>(tracks(1, 50));
        Collections.reverse(tracks);
        JsonNode results = store(tracks).get("results");
        assertThat(IntStream.range(0, 50)
                        .mapToObj(place -> results.get(place).get("name").asString()))
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(place -> "Song " + (50 - place))
                        .toList());
    }

    @Test
    void an_empty_page_stores_nothing() {
        JsonNode answer = store(List.of());
        assertThat(answer.get("processed").asInt()).isZero();
        assertThat(answer.get("results")).isEmpty();
        assertThat(stored()).isZero();
    }

    @Test
    void of_many_sessions_with_one_page_each_hears_the_same_ids() {
        List<String> ids =
                Sessions.atOnce(8, () -> store(tracks(1, 50)).get("results").toString());
        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(stored()).isEqualTo(100);
    }

    @Test
    void a_megabyte_of_metadata_in_any_script_is_kept() {
        String text = "夜'; --".repeat(150_000);
        store(List.of(
                "{\"name\": \"夜の鏡\", \"spotify_id\": \"%s\", \"metadata\": {\"text\": \"%s\"}}".formatted(page, text)));
        assertThat(DB.text("select metadata ->> 'text' from tracks where spotify_id = ?", page))
                .isEqualTo(text);
    }
}
