package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What consoles, dashboards and later services rely on keeps its names, its order and its types. */
class ContractTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String COLUMNS = """
            select a.attname
            from pg_attribute a
            where a.attrelid = ?::regclass
                and a.attnum > 0
                and not a.attisdropped
            order by a.attnum
            """;

    static Stream<String> functions() {
        return lines("functions.txt");
    }

    static Stream<Relation> views() {
        return lines("views.txt").map(Relation::parse);
    }

    static Stream<Relation> tables() {
        return lines("tables.txt").map(Relation::parse);
    }

    record Relation(String name, List<String> columns) {

        static Relation parse(String line) {
            int colon = line.indexOf(": ");
            return new Relation(
                    line.substring(0, colon), List.of(line.substring(colon + 2).split(", ", -1)));
        }
    }

    private static Stream<String> lines(String name) {
        try (InputStream file =
                Objects.requireNonNull(ContractTest.class.getResourceAsStream("/contract/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_keeps_its_parameters_and_its_result(String signature) {
        // The only one of its name, or a call without types would be ambiguous.
        assertThat(DB.column("""
                        select p.proname || '(' || pg_get_function_arguments(p.oid) || ') -> ' || pg_get_function_result(p.oid)
                        from pg_proc p
                        where p.pronamespace = 'public'::regnamespace
                            and p.proname = ?
                        """, signature.substring(0, signature.indexOf('('))))
                .containsExactly(signature);
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_keeps_its_columns_and_their_order(Relation view) {
        assertThat(DB.column(COLUMNS, view.name())).isEqualTo(view.columns());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_keeps_its_columns(Relation table) {
        assertThat(DB.column(COLUMNS, table.name())).containsAll(table.columns());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_of_a_table_has_a_uuid_of_its_own(Relation table) {
        assertThat(DB.text("""
                        select format_type(a.atttypid, null) || ' ' || pg_get_expr(d.adbin, d.adrelid)
                        from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                        join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        where i.indrelid = ?::regclass
                            and i.indisprimary
                            and i.indnkeyatts = 1
                        """, table.name())).isEqualTo("uuid gen_random_uuid()");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "artists: spotify_id",
                "albums: spotify_id",
                "tracks: spotify_id",
                "normalized_tracks: artist_id, normalized_name",
                "producers: normalized_name",
                "track_producers: track_id, producer_id, role",
                "producer_identities: provider, external_id",
                "queue_registry: queue_name",
                "processing_status: entity_type, entity_id",
                "processing_locks: entity_type, entity_id"
            })
    void what_must_be_there_once_is_unique(String table, String columns) {
        assertThat(uniqueKeys(table)).contains(columns.strip());
    }

    private static List<String> uniqueKeys(String table) {
        return DB.column("""
                select string_agg(a.attname, ', ' order by k.place)
                from pg_index i
                cross join lateral unnest(i.indkey::smallint[]) with ordinality as k (number, place)
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                where i.indrelid = ?::regclass
                    and i.indisunique
                    and i.indpred is null
                group by i.indexrelid
                """, table);
    }

    @ParameterizedTest
    @CsvSource({"artists, name", "albums, name", "tracks, name", "producers, name", "producer_aliases, alias"})
    void what_people_type_is_found_by_a_trigram_index(String table, String column) {
        assertThat(DB.column("select indexdef from pg_indexes where schemaname = 'public' and tablename = ?", table))
                .anyMatch(index -> index.contains("gin (search_key(" + column + ") gin_trgm_ops)"));
    }

    @Test
    void a_processing_state_is_one_of_four() {
        assertThat(DB.text("""
                        select pg_get_constraintdef(oid)
                        from pg_constraint
                        where conrelid = 'processing_status'::regclass
                            and conname = 'processing_status_state_check'
                        """)).contains("PENDING", "IN_PROGRESS", "COMPLETED", "FAILED");
    }
}
