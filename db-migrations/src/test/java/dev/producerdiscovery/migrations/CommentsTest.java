package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Whoever types {@code \d+} or {@code \df+} is told what everything is for. */
@Isolated("a comment on a role, and a role more, is seen by all databases of the server")
class CommentsTest {

    private static final Database DB = TestServer.plain().migrated();

    /** Ours: not the migration tool's own table, and nothing that an extension brought. */
    private static final String RELATION = """
            c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                and c.relkind in ('r', 'p', 'v', 'm')
                and c.relname <> 'flyway_schema_history'
                and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """;

    @Test
    void every_table_and_view_says_what_it_is_for() {
        assertThat(DB.column("""
                        select c.oid::regclass
                        from pg_class c
                        where %s
                            and obj_description(c.oid, 'pg_class') is null
                        """.formatted(RELATION))).isEmpty();
    }

    @Test
    void every_column_says_what_it_holds() {
        assertThat(DB.column("""
                        select c.oid::regclass || '.' || a.attname
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where %s
                            and col_description(c.oid, a.attnum) is null
                        order by c.oid::regclass::text, a.attnum
                        """.formatted(RELATION))).isEmpty();
    }

    @Test
    void every_function_says_what_it_does() {
        assertThat(DB.column("""
                        select p.oid::regprocedure
                        from pg_proc p
                        where p.pronamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                            and obj_description(p.oid, 'pg_proc') is null
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        """)).isEmpty();
    }

    @Test
    void every_schema_and_role_says_what_it_is_for() {
        assertThat(DB.column("""
                        select 'schema ' || n.nspname
                        from pg_namespace n
                        where n.nspname in ('public', 'queue_mgmt')
                            and coalesce(obj_description(n.oid, 'pg_namespace'), 'standard public schema')
                                = 'standard public schema'
                        union all
                        select 'role ' || r.rolname
                        from pg_roles r
                        where r.rolname in ('pipeline_reader', 'pipeline_worker', 'pipeline_operator')
                            and shobj_description(r.oid, 'pg_authid') is null
                        """)).isEmpty();
    }

    /** A comment that only repeats the name tells a reader nothing. */
    @Test
    void no_comment_only_repeats_the_name() {
        assertThat(DB.column("""
                        select c.oid::regclass || '.' || a.attname
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where %s
                            and lower(col_description(c.oid, a.attnum)) in (
                                replace(a.attname, '_', ' '),
                                'the ' || replace(a.attname, '_', ' '))
                        """.formatted(RELATION))).isEmpty();
    }

    @Test
    void whoever_may_not_comment_on_the_servers_roles_can_still_migrate() {
        Database server = TestServer.plain().superuser();
        String before = roleComment(server);
        server.execute("create role second_owner login createrole password 'test'");
        server.execute("create database of_second_owner owner second_owner");
        server.execute("comment on role pipeline_worker is 'said elsewhere'");
        try {
            Migrations.migrate(TestServer.plain().dataSource("of_second_owner", "second_owner"));
            assertThat(roleComment(server)).isEqualTo("said elsewhere");
        } finally {
            server.execute("comment on role pipeline_worker is '" + before + "'");
        }
    }

    private static String roleComment(Database server) {
        return String.valueOf(server.text("select shobj_description('pipeline_worker'::regrole, 'pg_authid')"));
    }
}
