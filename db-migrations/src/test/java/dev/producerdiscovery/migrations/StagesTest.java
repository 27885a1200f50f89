package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.descriptor.Field;
import dev.producerdiscovery.descriptor.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database has of the stages, and of what their messages hold. */
class StagesTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String ARTIST = "11111111-1111-4111-8111-111111111111";

    /** Every function that makes a message of its own, called so that it makes one. */
    private static final Map<String, String> SENDERS = Map.of(
            "start_artist_discovery", "select start_artist_discovery('Ottoline Vesper')",
            "start_bulk_artist_discovery", "select start_bulk_artist_discovery()",
            "start_album_discovery", "select start_album_discovery('" + ARTIST + "')",
            "enqueue_stale_producers", "select enqueue_stale_producers(0)");

    @Test
    void every_stage_has_its_queue_and_every_queue_its_stage() {
        assertThat(DB.column("select queue_name from queue_registry where queue_name not like '%\\_dlq'"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Stage.values()).map(Stage::queue).toList());
    }

    @Test
    void every_function_that_makes_messages_is_called_here() {
        assertThat(DB.column("select proname from pg_proc where prosrc ~ $$pg_enqueue\\(\\s*'$$"))
                .containsExactlyInAnyOrderElementsOf(SENDERS.keySet());
    }

    @Test
    void what_functions_send_is_what_the_stages_take() {
        DB.execute(
                "insert into artists (id, spotify_id, name) values (?::uuid, ?, ?)",
                ARTIST,
                "0ttolineVesper0000000a",
                "Ottoline Vesper");
        DB.execute(
                "insert into producers (name, normalized_name, enriched_at) values (?, ?, now() - interval '1 day')",
                "Mara Vale",
                "mara vale");
        SENDERS.values().forEach(DB::execute);

        int sent = 0;
        for (Stage stage : Stage.values()) {
            for (String keys : DB.column("""
                    select string_agg(key, ' ')
                    from pgmq.q_%s q, jsonb_object_keys(q.message) as key
                    where key not like '\\_%%'
                    group by q.msg_id
                    """.formatted(stage.queue()))) {
                assertThat(Set.of(keys.split(" ")))
                        .as(stage.queue())
                        .isSubsetOf(names(stage, field -> true))
                        .containsAll(names(stage, Field::required));
                sent++;
            }
        }
        assertThat(sent).isGreaterThanOrEqualTo(SENDERS.size());
    }

    @ParameterizedTest
    @EnumSource
    void what_messages_are_found_by_is_in_them(Stage stage) {
        List<String> indexed = DB.column("""
                select found[1]
                from pg_indexes i, regexp_matches(i.indexdef, $$->> '([A-Za-z]+)'$$, 'g') as found
                where i.schemaname = 'pgmq'
                    and i.tablename = 'q_' || ?
                """, stage.queue());

        assertThat(indexed).isNotEmpty().isSubsetOf(names(stage, field -> true));
    }

    private static Set<String> names(Stage stage, Function<Field, Boolean> which) {
        return stage.message().stream()
                .filter(which::apply)
                .map(Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
