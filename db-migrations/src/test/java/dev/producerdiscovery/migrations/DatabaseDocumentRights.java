package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.DatabaseDocumentText.code;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.sentence;

import java.util.List;
import java.util.stream.Collectors;

/** Who may do what: of one table or view, and all that a role may. */
final class DatabaseDocumentRights {

    /** Each includes the one before it. */
    private static final String ROLES = "array['pipeline_reader', 'pipeline_worker', 'pipeline_operator']";

    /** Rights given to our roles, without those that a role has through the one that it includes. */
    private static final String GRANTS = """
            with grants as (
                select
                    c.oid,
                    c.oid::regclass::text as relation,
                    g.rolname,
                    lower(x.privilege_type) as privilege,
                    null::text as col
                from pg_class c
                cross join aclexplode(c.relacl) as x
                join pg_roles g on g.oid = x.grantee and g.rolname = any (%1$s)
                where c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                union all
                select c.oid, c.oid::regclass::text, g.rolname, lower(x.privilege_type), a.attname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid
                cross join aclexplode(a.attacl) as x
                join pg_roles g on g.oid = x.grantee and g.rolname = any (%1$s)
                where c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
            ),
            own as (
                select
                    g.oid,
                    g.relation,
                    g.rolname,
                    g.privilege || coalesce(
                        ' (' || string_agg(g.col, ', ' order by g.col collate "C") || ')', '') as privilege,
                    array_position(array['select', 'insert', 'update', 'delete'], g.privilege) as place,
                    array_position(%1$s, g.rolname::text) as rank
                from grants g
                where not exists (
                    select
                    from grants other
                    where other.oid = g.oid
                        and other.privilege = g.privilege
                        and other.col is not distinct from g.col
                        and other.rolname <> g.rolname
                        and pg_has_role(g.rolname, other.rolname, 'usage'))
                group by g.oid, g.relation, g.rolname, g.privilege
            )
            """.formatted(ROLES);

    private final Database database;

    DatabaseDocumentRights(Database database) {
        this.database = database;
    }

    String on(long relation) {
        List<String> rights = database.column(GRANTS + """
                select replace(o.rolname, 'pipeline_', '') || ' ' || string_agg(o.privilege, ', ' order by o.place)
                from own o
                where o.oid = ?::oid
                group by o.rolname, o.rank
                order by o.rank
                """, relation);
        return rights.isEmpty() ? "the owner only" : String.join("; ", rights);
    }

    String roles() {
        return database
                .sql("""
                        select r.rolname, shobj_description(r.oid, 'pg_authid')
                        from pg_roles r
                        where r.rolname = any (%1$s)
                        order by array_position(%1$s, r.rolname::text)
                        """.formatted(ROLES))
                .query((row, number) -> role(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.joining());
    }

    private String role(String role, String meaning) {
        String tables = database
                .sql(GRANTS + """
                select alike.privileges, string_agg(alike.relation, ',' order by alike.relation collate "C")
                from (
                    select o.relation, string_agg(o.privilege, ', ' order by o.place) as privileges
                    from own o
                    where o.rolname = ?
                    group by o.relation
                ) as alike
                group by alike.privileges
                order by length(alike.privileges), alike.privileges collate "C"
                """, role)
                .query((row, number) -> "- %s: %s\n"
                        .formatted(
                                row.getString(1), code(List.of(row.getString(2).split(",")))))
                .list()
                .stream()
                .collect(Collectors.joining());
        return "### " + role + "\n\n" + sentence(meaning) + "\n\n" + tables + "\n";
    }
}
