package dev.producerdiscovery.migrations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function that somebody may call, and the least of the pipeline's roles that may. */
record Routine(String name, String role, List<Parameter> parameters) {

    record Parameter(String name, String type) {

        /** How the value, which is sent as text, becomes one of the type. */
        private String expression() {
            return type.equals("jsonb[]")
                    ? "(select array_agg(e) from jsonb_array_elements(cast(? as jsonb)) e)"
                    : "cast(? as " + type + ")";
        }
    }

    /** Every function in the catalogue that one of the three roles may execute, extensions' aside. */
    static List<Routine> allIn(Database database) {
        Map<String, List<Map<String, Object>>> rows = database.sql("""
                        select p.oid, p.proname as name, r.role, a.name as parameter, format_type(a.type, null) as type
                        from pg_proc p
                        cross join lateral (
                            select role
                            from unnest(array['pipeline_reader', 'pipeline_worker', 'pipeline_operator'])
                                with ordinality as least (role, place)
                            where has_function_privilege(role, p.oid, 'execute')
                            order by place
                            limit 1
                        ) r
                        left join lateral unnest(p.proargtypes::oid[], p.proargnames[1:p.pronargs])
                            with ordinality as a (type, name, place) on true
                        where p.pronamespace::regnamespace::text in ('public', 'queue_mgmt')
                            and p.prorettype <> 'trigger'::regtype
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        order by p.proname, p.oid, a.place
                        """).query().listOfRows().stream()
                .collect(groupingBy(row -> row.get("name") + " " + row.get("oid"), TreeMap::new, toList()));
        return rows.values().stream().map(Routine::from).toList();
    }

    private static Routine from(List<Map<String, Object>> rows) {
        return new Routine(
                String.valueOf(rows.getFirst().get("name")),
                String.valueOf(rows.getFirst().get("role")),
                rows.stream()
                        .filter(row -> row.get("parameter") != null)
                        .map(row ->
                                new Parameter(String.valueOf(row.get("parameter")), String.valueOf(row.get("type"))))
                        .toList());
    }

    /** A call by the names of the parameters, with one placeholder each. */
    String call() {
        return "select * from " + name + "("
                + parameters.stream()
                        .map(parameter -> parameter.name() + " => " + parameter.expression())
                        .collect(joining(", "))
                + ")";
    }

    @Override
    public String toString() {
        return name;
    }
}
