package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.NO_RIGHT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivilegesTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Database WORKER = TestServer.plain().as(DB, PipelineRole.WORKER.roleName());
    private static final Database OPERATOR = TestServer.plain().as(DB, PipelineRole.OPERATOR.roleName());
    private static final Database READER = TestServer.plain().as(DB, PipelineRole.READER.roleName());

    @Test
    void nothing_of_ours_may_be_executed_by_everybody() {
        assertThat(DB.column("""
                        select p.oid::regprocedure
                        from pg_proc p
                        where p.pronamespace in
                                ('public'::regnamespace, 'pgmq'::regnamespace, 'worker_queues'::regnamespace)
                            and pg_has_role(p.proowner, 'usage')
                            and has_function_privilege('public', p.oid, 'execute')
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        """)).isEmpty();
    }

    @Test
    void whatever_runs_with_the_owners_rights_pins_its_search_path() {
        assertThat(DB.column("""
                        select p.oid::regprocedure
                        from pg_proc p
                        where p.prosecdef
                            and not exists (select from unnest(p.proconfig) as c where c like 'search\\_path=%')
                        """)).isEmpty();
    }

    @Test
    void the_owner_is_none_of_the_roles() {
        for (PipelineRole role : PipelineRole.values()) {
            assertThat(DB.isTrue("select pg_has_role(current_user, ?, 'usage')", role.roleName()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select register_queue('x')",
                "select force_release_entity_lock('song', 'x')",
                "select * from pg_force_advisory_unlock_all('x')",
                "select move_to_dead_letter_queue('track_discovery', 'track_discovery_dlq', '1', 'x')",
                "select reprocess_from_dlq('track_discovery_dlq', '1')",
                "select reset_all_stuck_messages()",
                "select reset_stuck_messages('track_discovery')",
                "select maintenance_clear_stale_entities()",
                "select cleanup_stale_entities()",
                "select purge_old_monitoring_events()",
                "select purge_archived_messages('track_discovery')",
                "select record_scaling_recommendations()",
                "select cross_schema_queue_op('delete', 'track_discovery', '1', null)",
                "select * from pgmq.q_track_discovery",
                "delete from pgmq.q_track_discovery",
                "select * from monitoring_events",
                "select * from queue_mgmt.problematic_messages",
                "select * from processed_operations",
                "update processing_status set state = 'COMPLETED'",
                "delete from processing_locks",
                "delete from artists",
                "delete from producers",
                "update queue_registry set active = false",
                "insert into worker_issues (worker_name, issue_type, message) values ('w', 't', 'm')"
            })
    void a_worker_may_neither_force_nor_tidy_nor_look_beyond_its_work(String statement) {
        assertRefused(NO_RIGHT, () -> WORKER.execute(statement));
    }

    @Test
    void a_worker_can_do_the_whole_of_its_work() {
        assertThatCode(() -> {
                    WORKER.execute("select start_artist_discovery('Glass Harbour')");
                    WORKER.execute("select worker_claim('artist_discovery', interval '1 minute', 5)");
                    WORKER.execute("select process_artist_atomic('{\"name\": \"Glass Harbour\"}', 'o', 'work')");
                    WORKER.execute(
                            "select process_album_atomic(jsonb_build_object('name', 'Low Tide', 'artist_id', id),"
                                    + " 'o', 'work') from artists where spotify_id = 'work'");
                    WORKER.execute("select process_track_batch("
                            + "array['{\"name\": \"Undertow\", \"spotify_id\": \"work\"}'::jsonb], a.id, a.artist_id)"
                            + " from albums a where a.spotify_id = 'work'");
                    WORKER.execute("select process_producer_atomic('{\"name\": \"Ada Vell\"}', 'o', 'ada vell')");
                    WORKER.execute("select acquire_processing_lock('song', 'x')");
                    WORKER.execute("select complete_processing('song', 'x')");
                    WORKER.execute("select begin_discovery_run('00000000-0000-4000-8000-000000000007', '{}')");
                    WORKER.execute("select discovery_run_progress('00000000-0000-4000-8000-000000000007')");
                    WORKER.execute("select check_artist_pipeline_progress(id) from artists");
                    WORKER.execute("select record_problematic_message('track_discovery', '1', null, 'odd')");
                    WORKER.execute("select pg_try_advisory_lock('x'::text), pg_advisory_unlock('x'::text)");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void an_operator_can_do_what_a_worker_can_and_the_rest() {
        assertThatCode(() -> {
                    OPERATOR.execute("select register_queue('operated')");
                    OPERATOR.execute("select pg_enqueue('operated', '{}')");
                    OPERATOR.execute("select move_to_dead_letter_queue('operated', 'operated_dlq', '1', 'why')");
                    OPERATOR.execute("select reprocess_from_dlq('operated_dlq', '1')");
                    OPERATOR.execute("select reset_all_stuck_messages()");
                    OPERATOR.execute("select cleanup_stale_entities()");
                    OPERATOR.execute("select force_release_entity_lock('song', 'nobody')");
                    OPERATOR.execute("select record_scaling_recommendations()");
                    OPERATOR.execute("select purge_old_monitoring_events()");
                    OPERATOR.execute("update queue_registry set active = false where queue_name = 'operated'");
                    OPERATOR.execute("select * from monitoring_events");
                    OPERATOR.execute("select * from queue_mgmt.problematic_messages");
                    OPERATOR.execute("select * from pg_force_advisory_unlock_all('x')");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_reader_has_no_more_than_seconds_for_a_question() {
        Database migrated = TestServer.plain().empty();
        Migrations.migrate(migrated.dataSource(), Map.of(PipelineRole.READER, "test"));
        Database reader = TestServer.plain().as(migrated, "pipeline_reader");
        assertThat(reader.text("show statement_timeout")).isEqualTo("5s");
        assertThat(reader.text("show lock_timeout")).isEqualTo("1s");
        assertThat(reader.text("show idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void a_worker_that_vanished_or_waits_for_a_lock_is_given_up_by_the_server() {
        Database migrated = TestServer.plain().empty();
        Migrations.migrate(migrated.dataSource(), Map.of(PipelineRole.WORKER, "test"));
        Database worker = TestServer.plain().as(migrated, "pipeline_worker");
        assertThat(worker.text("show statement_timeout")).isEqualTo("12s");
        assertThat(worker.text("show lock_timeout")).isEqualTo("5s");
        assertThat(worker.text("show idle_in_transaction_session_timeout")).isEqualTo("15s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from producer_popularity",
                "select * from queue_monitoring_view",
                "select * from dlq_messages",
                "select * from queue_stats",
                "select * from dead_letter_details",
                "select get_system_health()",
                "select get_queue_monitoring_data()",
                "select get_processing_stats()",
                "select get_worker_issue_stats()",
                "select diagnose_queue_tables()",
                "select list_stuck_messages('track_discovery')",
                "select search_producers('ada')",
                "select get_producer_collaborations(gen_random_uuid())",
            })
    void a_reader_can_read(String query) {
        assertThatCode(() -> READER.execute(query))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        // Nobody has this id; what counts is that it was looked for.
                        thrown -> assertRefused("P0002", () -> READER.execute(query)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from artists",
                "select * from producers",
                "insert into artists (name) values ('x')",
                "select pg_enqueue('track_discovery', '{}')",
                "select pg_dequeue('track_discovery')",
                "select start_artist_discovery('x')",
                "select process_artist_atomic('{\"name\": \"x\"}', 'o', 's')",
                "select acquire_processing_lock('song', 'x')",
                "select reset_stuck_message('track_discovery', '1')",
                "select pg_delete_message('track_discovery', '1')",
                "select * from pgmq.q_track_discovery",
                "update queue_registry set active = false",
                "select lo_create(0)",
                "select lo_creat(-1)",
                "select lo_from_bytea(0, 'x')",
                "select lo_put(1, 0, 'x')",
                "select lowrite(0, 'x')",
                "create temporary table mine (id integer)"
            })
    void a_reader_can_do_nothing_else(String statement) {
        assertRefused(NO_RIGHT, () -> READER.execute(statement));
    }
}
