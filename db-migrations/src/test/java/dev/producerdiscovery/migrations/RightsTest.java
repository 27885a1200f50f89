package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** Each role logs in and tries everything that the catalogue offers; it succeeds in what the matrix states, and only there. */
class RightsTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String OURS = "('public'::regnamespace, 'queue_mgmt'::regnamespace, 'pgmq'::regnamespace,"
            + " 'worker_queues'::regnamespace)";

    /** Of functions that belong to an extension nobody but its author decides. */
    private static final String NO_EXTENSION =
            " and not exists (select from pg_depend d where d.objid = %s.oid and d.deptype = 'e')";

    private static final String EVERYBODYS = """
            select p.oid::regprocedure::text
            from pg_proc p
            where has_function_privilege('public', p.oid, 'execute')
                and p.pronamespace in %s
            """.formatted(OURS) + NO_EXTENSION.formatted("p");

    private static final String RELATIONS = """
            select c.oid::regclass::text
            from pg_class c
            where c.relkind in ('r', 'v')
                and c.relnamespace in %s
            """.formatted(OURS) + NO_EXTENSION.formatted("c") + " order by 1";

    @ParameterizedTest
    @EnumSource
    void tables_and_views_are_open_as_stated_and_no_further(RightsMatrix stated) throws Exception {
        Set<String> open = new TreeSet<>();
        try (Connection session = session(stated)) {
            for (String relation : DB.column(RELATIONS)) {
                attempt(session, open, "select " + relation, "select 1 from " + relation + " limit 0");
                attempt(session, open, "insert " + relation, "insert into " + relation + " default values");
                attempt(session, open, "delete " + relation, "delete from " + relation + " where false");
                attempt(session, open, "truncate " + relation, "truncate " + relation);
                List<String> columns = DB.column(
                        "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0"
                                + " and not attisdropped",
                        relation);
                long before = open.size();
                for (String column : columns) {
                    attempt(
                            session,
                            open,
                            "update " + relation + "." + column,
                            "update " + relation + " set \"" + column + "\" = default where false");
                }
                if (open.size() - before == columns.size()) {
                    columns.forEach(column -> open.remove("update " + relation + "." + column));
                    open.add("update " + relation);
                }
            }
        }
        assertThat(open).isEqualTo(stated.relationRights());
    }

    @ParameterizedTest
    @EnumSource
    void nobody_changes_a_table_or_view_itself(RightsMatrix stated) throws Exception {
        try (Connection session = session(stated)) {
            for (String relation : DB.column(RELATIONS)) {
                boolean view = DB.isTrue("select relkind = 'v' from pg_class where oid = ?::regclass", relation);
                String kind = view ? "view " : "table ";
                for (String statement : List.of(
                        "alter " + kind + relation + " owner to "
                                + stated.role().roleName(),
                        "alter " + kind + relation + " rename to stolen",
                        "drop " + kind + relation + " cascade",
                        "comment on " + kind + relation + " is 'mine'",
                        "create trigger mine after insert on " + relation
                                + " for each statement execute function suppress_redundant_updates_trigger()",
                        "create rule mine as on update to " + relation + " do also nothing")) {
                    assertRefused(session, statement);
                }
                if (!view) {
                    assertRefused(session, "alter table " + relation + " add column mine text");
                    assertRefused(session, "alter table " + relation + " disable trigger all");
                    assertRefused(session, "create index on " + relation + " ((1))");
                    assertRefused(session, "create policy mine on " + relation);
                    assertRefused(session, "reindex table " + relation);
                }
            }
        }
    }

    @Test
    void nobody_may_pass_a_right_on() {
        assertThat(DB.column("""
                        select c.oid::regclass::text
                        from pg_class c
                        cross join aclexplode(c.relacl) as x
                        where x.is_grantable
                            and x.grantee <> c.relowner
                        union all
                        select p.oid::regprocedure::text
                        from pg_proc p
                        cross join aclexplode(p.proacl) as x
                        where x.is_grantable
                            and x.grantee <> p.proowner
                        """)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void functions_are_open_as_stated_and_no_further(RightsMatrix stated) throws Exception {
        Set<String> open = new TreeSet<>();
        try (Connection session = session(stated)) {
            for (var function : DB.rows("""
                    select
                        p.oid::regprocedure::text as name,
                        case n.nspname
                            when 'public' then p.proname
                            when 'worker_queues' then n.nspname || '.' || split_part(p.proname, '_', 1)
                            else n.nspname || '.' || p.proname
                        end as short,
                        concat('select ', p.oid::regproc, '(', (
                            select string_agg('null::' || format_type(t.type, null), ', ' order by t.place)
                            from unnest(p.proargtypes) with ordinality as t (type, place)), ')') as call
                    from pg_proc p
                    join pg_namespace n on n.oid = p.pronamespace
                    where p.prorettype <> 'trigger'::regtype
                        and p.pronamespace in %s
                    """.formatted(OURS) + NO_EXTENSION.formatted("p") + " order by 1")) {
                String name = String.valueOf(function.get("short"));
                boolean granted = DB.isTrue(
                        "select has_function_privilege(?, ?::regprocedure, 'execute')"
                                + " and has_schema_privilege(?, (select pronamespace from pg_proc"
                                + " where oid = ?::regprocedure), 'usage')",
                        stated.role().roleName(),
                        function.get("name"),
                        stated.role().roleName(),
                        function.get("name"));
                if (granted) {
                    open.add(name);
                } else {
                    assertRefused(session, String.valueOf(function.get("call")));
                }
            }
        }
        assertThat(open).isEqualTo(stated.callableFunctions());
    }

    /** What docs/architecture.md says of services. Operators are people, too, and the timers' locks a library's. */
    @Test
    void services_write_through_functions_alone() {
        assertThat(RightsMatrix.WORKER.relationRights()).allMatch(right -> right.startsWith("select "));
        assertThat(DB.column("""
                        select c.oid::regclass || ' ' || x.privilege_type
                        from pg_class c
                        cross join aclexplode(c.relacl) as x
                        where x.grantee = 'pipeline_worker'::regrole
                            and x.privilege_type <> 'SELECT'
                        """)).isEmpty();
        assertThat(RightsMatrix.OPERATOR.relationRights())
                .filteredOn(right -> right.startsWith("insert ") || right.startsWith("delete "))
                .containsExactly("insert shedlock");
    }

    /** Operators may change a column or two, as people; the service that connects as one goes through functions as well. */
    @Test
    void no_service_says_what_would_write_to_a_table() throws IOException {
        Pattern write = Pattern.compile(
                "\\b(?:insert\\s+into|delete\\s+from|merge\\s+into|truncate)\\s+[a-z]"
                        + "|\\bupdate\\s+[a-z_.]+(?:\\s+(?:as\\s+)?[a-z]\\w*)?\\s+set\\b",
                Pattern.CASE_INSENSITIVE);
        assertThat(JavaSources.all())
                // These own the database that they make.
                .filteredOn(source -> !source.matches("(?s)// \\.\\./(db-migrations|benchmarks|embedded-backend)/.*"))
                .hasSizeGreaterThan(300)
                .filteredOn(source -> write.matcher(source).find())
                .isEmpty();
    }

    @Test
    void no_function_is_everybodys() {
        assertThat(DB.column(EVERYBODYS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.producerdiscovery.migrations.UpgradeTest#releases")
    void nor_is_any_in_an_upgraded_database(ReleasedSchema release, @TempDir Path folder) throws Exception {
        Database upgraded = release.install(folder);
        Migrations.migrate(upgraded.dataSource());
        assertThat(upgraded.column(EVERYBODYS)).isEmpty();
        upgraded.execute("create function made_later() returns integer language sql as 'select 1'");
        assertThat(upgraded.column(EVERYBODYS)).isEmpty();
    }

    @Test
    void nor_is_one_that_somebody_else_makes_who_migrates_now() {
        Database database = TestServer.plain().migrated();
        Database superuser = TestServer.plain().as(database, "postgres");
        Migrations.migrate(superuser.dataSource());
        superuser.execute("create function made_later() returns integer language sql as 'select 1'");
        assertThat(database.column(EVERYBODYS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_makes_anything_or_reaches_beyond_the_database(RightsMatrix stated) throws Exception {
        String self = stated.role().roleName();
        try (Connection owner = DB.dataSource().getConnection();
                Connection session = session(stated)) {
            int backend = owner.unwrap(PGConnection.class).getBackendPID();
            assertRefused(session, "select pg_terminate_backend(" + backend + ")");
            assertRefused(session, "select pg_cancel_backend(" + backend + ")");
            for (String statement : List.of(
                    "create table mine (n integer)",
                    "create table pgmq.q_mine (n integer)",
                    "create table queue_mgmt.mine (n integer)",
                    "create temporary table mine (n integer)",
                    "create unlogged table mine (n integer)",
                    "create view mine as select 1",
                    "create materialized view mine as select 1",
                    "create sequence mine",
                    "create schema mine",
                    "create type mine as (n integer)",
                    "create domain mine as text",
                    "create function mine() returns integer language sql as 'select 1'",
                    "create procedure mine() language sql as 'select 1'",
                    "create aggregate mine (integer) (sfunc = int4pl, stype = integer)",
                    "create operator === (leftarg = integer, rightarg = integer, function = int4eq)",
                    "create collation mine (locale = 'C')",
                    "create cast (text as integer) with inout",
                    "create extension dblink",
                    "create language mine handler plpgsql_call_handler",
                    "create event trigger mine on ddl_command_start execute function set_updated_at()",
                    "create foreign data wrapper mine",
                    "create publication mine for all tables",
                    "create subscription mine connection 'dbname=x' publication p with (connect = false)",
                    "create database mine",
                    "create tablespace mine location '/tmp'",
                    "create role mine",
                    "create role mine superuser",
                    "alter role " + self + " superuser",
                    "alter role " + self + " createrole",
                    "alter role " + TestServer.OWNER + " password 'mine'",
                    "alter role all set search_path = pgmq",
                    "drop role pipeline_reader",
                    "grant " + TestServer.OWNER + " to " + self,
                    "grant pipeline_operator to pipeline_reader",
                    "set role " + TestServer.OWNER,
                    "set role postgres",
                    "set session authorization " + TestServer.OWNER,
                    "alter system set work_mem = '1GB'",
                    "alter database " + DB.name() + " set work_mem = '1GB'",
                    "drop database " + DB.name(),
                    "alter schema public owner to " + self,
                    "drop schema queue_mgmt cascade",
                    "drop schema pgmq cascade",
                    "drop extension pg_trgm",
                    "drop function search_producers(text)",
                    "alter function search_producers(text) security invoker",
                    "alter function search_producers(text) reset all",
                    "create or replace function queue_exists(p_queue_name text) returns boolean language sql"
                            + " as 'select true'",
                    "copy (select 1) to '/tmp/mine'",
                    "copy (select 1) to program 'true'",
                    "copy provider_facts from '/etc/hostname'",
                    "copy provider_facts from program 'true'",
                    "select pg_read_file('/etc/hostname')",
                    "select pg_ls_dir('.')",
                    "select lo_import('/etc/hostname')",
                    "select lo_export(1, '/tmp/mine')",
                    "select pg_reload_conf()",
                    "select pg_rotate_logfile()",
                    "select * from pg_authid",
                    "select * from pg_shadow",
                    "select * from pg_hba_file_rules",
                    "select * from pg_statistic",
                    "select * from pg_user_mapping",
                    "checkpoint",
                    "load '/tmp/mine'")) {
                assertRefused(session, statement);
            }
            for (RightsMatrix other : RightsMatrix.values()) {
                if (other.compareTo(stated) > 0) {
                    assertRefused(session, "set role " + other.role().roleName());
                    assertRefused(session, "alter role " + other.role().roleName() + " password 'mine'");
                }
            }
        }
    }

    private static Connection session(RightsMatrix stated) throws SQLException {
        return TestServer.plain()
                .dataSource(DB.name(), stated.role().roleName())
                .getConnection();
    }

    private static void attempt(Connection session, Set<String> open, String what, String statement)
            throws SQLException {
        session.setAutoCommit(false);
        Optional<String> refusal = refusal(session, statement);
        // Most views cannot be written, nor what a view computes, and none emptied, by anybody.
        if (refusal.isEmpty()
                || !Set.of(SqlState.NO_RIGHT, "55000", "42809", "0A000").contains(refusal.get())) {
            open.add(what);
        }
    }

    private static void assertRefused(Connection session, String statement) throws SQLException {
        // Some statements are refused in a transaction for that reason alone.
        session.setAutoCommit(true);
        assertThat(refusal(session, statement)).as(statement).contains(SqlState.NO_RIGHT);
    }

    /** The SQLSTATE with which the statement fails; whatever it did is undone. */
    private static Optional<String> refusal(Connection session, String statement) throws SQLException {
        try (Statement running = session.createStatement()) {
            running.execute(statement);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.getSQLState());
        } finally {
            if (!session.getAutoCommit()) {
                session.rollback();
            }
        }
    }
}
