package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Database DB = TestServer.plain().migrated();

    @Test
    void a_second_run_resumes_no_queue_that_somebody_paused() {
        Database database = TestServer.plain().migrated();
        database.execute("update queue_registry set active = false where queue_name = 'album_discovery'");
        // As after a change to the file that registers the queues.
        database.execute("update flyway_schema_history set checksum = 0 where script like '%R\\_\\_44\\_stages.sql'");
        Migrations.migrate(database.dataSource());
        assertThat(database.isTrue("select active from queue_registry where queue_name = 'album_discovery'"))
                .isFalse();
    }

    @Test
    void several_processes_may_migrate_one_database_at_once() {
        Database database = TestServer.plain().empty();
        Sessions.atOnce(4, () -> {
            Migrations.migrate(database.dataSource());
            return true;
        });
        assertThat(database.number("select count(*) from queue_registry")).isEqualTo(5);
    }

    @Test
    void roles_that_another_database_of_a_new_server_makes_at_this_moment_are_as_good() throws Exception {
        TestServer server = TestServer.another();
        Database database = server.empty();
        try (Connection other = server.empty().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("create role pipeline_reader nologin");
            statement.execute("create role pipeline_worker nologin");
            statement.execute("grant pipeline_reader to pipeline_worker");
            CompletableFuture<Void> made = CompletableFuture.runAsync(() -> SharedRoles.make(database.dataSource()));
            await().until(database::hasWaitingSession);
            other.commit();
            made.join();
        }
        assertThat(database.isTrue("select pg_has_role('pipeline_operator', 'pipeline_reader', 'member')"))
                .isTrue();
    }

    @Test
    void every_function_can_be_replaced_while_workers_are_working() throws Exception {
        Database database = TestServer.plain().migrated();
        database.execute("select pg_enqueue('album_discovery', '{}')");
        try (var worker = database.dataSource().getConnection();
                var statement = worker.createStatement()) {
            worker.setAutoCommit(false);
            statement.execute("select worker_claim('album_discovery', interval '1 minute', 1)");
            statement.execute("select process_artist_atomic('{\"name\": \"Glass Harbour\"}', 'o', 's')");
            database.execute("update flyway_schema_history set checksum = 0 where version is null"
                    + " and script !~ '/(32_catalogue|40_summaries|41_search)/'");
            Migrations.migrate(database.dataSource());
            worker.commit();
        }
    }

    @Test
    void roles_get_the_passwords_they_are_given() {
        Database database = TestServer.plain().migrated();
        Migrations.migrate(database.dataSource(), Map.of(PipelineRole.READER, "test"));
        assertThat(
                        TestServer.plain()
                                .superuser()
                                .isTrue(
                                        "select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = 'pipeline_reader'"))
                .isTrue();
    }

    @Test
    void everything_has_a_comment() {
        assertThat(DB.column("""
                        select 'function ' || p.oid::regprocedure
                        from pg_proc p
                        where p.pronamespace = 'public'::regnamespace
                            and obj_description(p.oid, 'pg_proc') is null
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        union all
                        select 'table ' || c.oid::regclass
                        from pg_class c
                        where c.relnamespace::regnamespace::text in ('public', 'queue_mgmt')
                            and c.relkind in ('r', 'v')
                            and c.relname <> 'flyway_schema_history'
                            and obj_description(c.oid, 'pg_class') is null
                            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                        """)).isEmpty();
    }

    @Test
    void whatever_has_an_updated_at_keeps_it_current() {
        assertThat(DB.column("""
                        select a.attrelid::regclass
                        from pg_attribute a
                        join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                        where a.attname = 'updated_at'
                            and c.relnamespace = 'public'::regnamespace
                            and not exists (
                                select
                                from pg_trigger t
                                where t.tgrelid = a.attrelid
                                    and t.tgfoid = 'set_updated_at'::regproc)
                        """)).isEmpty();
    }

    @Test
    void every_foreign_key_has_an_index() {
        assertThat(DB.column("""
                        select k.conrelid::regclass || '.' || k.conname
                        from pg_constraint k
                        where k.contype = 'f'
                            and k.connamespace = 'public'::regnamespace
                            and not exists (
                                select
                                from pg_index i
                                where i.indrelid = k.conrelid
                                    and i.indkey[0] = k.conkey[1])
                        """)).isEmpty();
    }
}
