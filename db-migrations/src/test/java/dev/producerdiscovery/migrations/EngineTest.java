package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine alone, without a table of the pipeline, is the same engine. */
class EngineTest {

    private static final Database WHOLE = TestServer.plain().migrated();

    private static final Database DB = alone();

    private static final SensibleArguments SENSIBLE = new SensibleArguments();

    private static Database alone() {
        Database database = TestServer.plain().empty();
        Migrations.migrateEngine(
                database.dataSource(),
                Map.of(PipelineRole.WORKER, "test", PipelineRole.OPERATOR, "test", PipelineRole.READER, "test"));
        database.execute("select register_queue('track_discovery')");
        return database;
    }

    static List<String> tables() {
        return DB.column("""
                select c.relname
                from pg_class c
                where c.relkind = 'r'
                    and c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                    and c.relname <> 'engine_schema_history'
                """);
    }

    static List<Routine> routines() {
        return Routine.allIn(DB);
    }

    @Test
    void whatever_it_has_is_as_in_the_whole() {
        List<String> whole = SchemaFingerprint.of(WHOLE);
        assertThat(tables()).hasSizeGreaterThan(12);
        assertThat(SchemaFingerprint.of(DB).stream().filter(thing -> !thing.contains("engine_schema_history")))
                .hasSizeGreaterThan(1000)
                .filteredOn(thing -> !thing.startsWith("queue ") && !thing.contains("db_track_discovery"))
                .filteredOn(thing -> !thing.startsWith("right database"))
                .isSubsetOf(whole);
    }

    @Test
    void no_constraint_index_or_trigger_of_its_tables_is_missing() {
        String ofItsTables = """
                select kind || ' ' || definition
                from (
                    select 'constraint', conrelid, pg_get_constraintdef(oid) from pg_constraint
                    union all
                    select 'index', indrelid, pg_get_indexdef(indexrelid) from pg_index
                    union all
                    select 'trigger', tgrelid, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
                    union all
                    select 'column', attrelid, attname || ' ' || format_type(atttypid, atttypmod) || attnotnull
                    from pg_attribute
                    where attnum > 0
                        and not attisdropped
                ) as thing (kind, owner, definition)
                join pg_class c on c.oid = owner and c.relkind = 'r'
                where c.relname = any (string_to_array(?, ','))
                """;
        String tables = String.join(",", tables());
        // What the pipeline hangs on the engine.
        assertThat(new TreeSet<>(WHOLE.column(ofItsTables, tables)))
                .filteredOn(thing -> !thing.contains("run_calls_counted"))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(DB.column(ofItsTables, tables)));
    }

    @ParameterizedTest
    @MethodSource("routines")
    void no_function_misses_a_table_or_another_function(Routine routine) throws SQLException {
        List<@Nullable String> arguments = new ArrayList<>();
        routine.parameters().forEach(parameter -> arguments.add(SENSIBLE.of(routine, parameter)));
        try (Connection connection =
                TestServer.plain().dataSource(DB.name(), routine.role()).getConnection()) {
            connection.setAutoCommit(false);
            Optional<Refusal> refusal = Refusal.of(connection, routine, arguments);
            connection.rollback();
            assertThat(refusal.filter(refused -> refused.state().startsWith("42")))
                    .isEmpty();
        }
    }

    @Test
    void a_message_goes_its_way_on_it_as_a_worker() {
        Database worker = TestServer.plain().as(DB, "pipeline_worker");
        worker.execute("select worker_heartbeat('track_discovery', 'worker', interval '1 minute')");
        worker.execute("select worker_send('track_discovery', array['{\"n\": 1}'::jsonb], null)");
        var claimed = worker.rows("select * from worker_claim('track_discovery', interval '1 minute', 5)");
        assertThat(claimed).hasSize(1);
        assertThat(worker.column(
                        "select worker_dead('track_discovery', ?::bigint, ?::integer, 1, 'it was broken')",
                        claimed.getFirst().get("msg_id"),
                        claimed.getFirst().get("read_ct")))
                .containsExactly("t");
        assertThat(worker.number(
                        "select used from worker_spend('spotify', '*', interval '1 day', 10, gen_random_uuid())"))
                .isEqualTo(1);
        Database operator = TestServer.plain().as(DB, "pipeline_operator");
        assertThat(operator.isTrue("select reprocess_from_dlq(queue_name, message_id::text) from dlq_messages"))
                .isTrue();
        assertThat(operator.json("select get_system_health()")
                        .get("overall_status")
                        .asString())
                .isEqualTo("healthy");
    }

    @Test
    void nobody_but_the_owner_may_do_what_is_not_granted() {
        assertThat(DB.column("""
                        select p.oid::regprocedure::text
                        from pg_proc p
                        where has_function_privilege('public', p.oid, 'execute')
                            and p.pronamespace::regnamespace::text in ('public', 'pgmq', 'worker_queues')
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        """)).isEmpty();
    }

    @Test
    void installing_it_again_changes_nothing() {
        String versions = "select oid::regprocedure || xmin::text from pg_proc order by oid";
        List<String> before = DB.column(versions);
        Migrations.migrateEngine(DB.dataSource(), Map.of());
        assertThat(DB.column(versions)).isEqualTo(before);
    }

    @Test
    void where_the_whole_pipeline_is_it_is_refused_and_nothing_changes() {
        Database whole = TestServer.plain().migrated();
        List<String> before = SchemaFingerprint.of(whole);
        assertThatThrownBy(() -> Migrations.migrateEngine(whole.dataSource(), Map.of()))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("already exists");
        assertThat(SchemaFingerprint.of(whole))
                .filteredOn(thing -> !thing.contains("engine_schema_history"))
                .isEqualTo(before);
    }
}
