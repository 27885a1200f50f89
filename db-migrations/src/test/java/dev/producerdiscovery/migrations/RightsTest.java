package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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

/** Each role logs in and tries everything that the catalogue offers; it succeeds in what the matrix states, and only there. */
class RightsTest extends EachRole {

    private static final String EVERYBODYS = """
            select p.oid::regprocedure::text
            from pg_proc p
            where has_function_privilege('public', p.oid, 'execute')
                and p.pronamespace in %s
            """.formatted(OURS) + NO_EXTENSION.formatted("p");

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
}
