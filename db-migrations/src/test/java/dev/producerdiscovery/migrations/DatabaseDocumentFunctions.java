package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.DatabaseDocumentText.code;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.link;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.prose;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.sentence;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.sql;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions, each under the file that defines it; those that no role may execute in a list at the end. */
final class DatabaseDocumentFunctions {

    /** What people look for first; families that are not named here follow. */
    static final List<String> FAMILIES = List.of(
            "runs",
            "search",
            "corrections",
            "credits",
            "people",
            "songs",
            "identification",
            "profiles",
            "storing",
            "queues",
            "repair",
            "monitoring",
            "maintenance",
            "locks",
            "budgets");

    private static final String OTHERS = "The rest";

    private final Database database;

    DatabaseDocumentFunctions(Database database) {
        this.database = database;
    }

    String render(List<DatabaseDocumentSource> sources) {
        List<Function> functions = functions();
        List<Family> families = sources.stream()
                .filter(Predicate.not(DatabaseDocumentSource::versioned))
                .sorted(Comparator.comparingInt(DatabaseDocumentFunctions::place))
                .map(source -> new Family(
                        source,
                        functions.stream()
                                .filter(function -> function.role() != null
                                        && source.defines().contains(function.name()))
                                .toList()))
                .filter(family -> !family.functions().isEmpty())
                .toList();
        List<Function> others = functions.stream()
                .filter(function ->
                        families.stream().noneMatch(family -> family.functions().contains(function)))
                .toList();
        return families.stream()
                        .map(family -> link(family.source().title()))
                        .collect(Collectors.joining(", ", "", ", " + link(OTHERS) + "\n\n"))
                + families.stream().map(DatabaseDocumentFunctions::family).collect(Collectors.joining())
                + others(others);
    }

    private static int place(DatabaseDocumentSource family) {
        int place = FAMILIES.indexOf(family.family());
        return place < 0 ? FAMILIES.size() : place;
    }

    private static String family(Family family) {
        return "### " + family.source().title() + "\n\n" + prose(family.source().introduction()) + "\n\n"
                + family.functions().stream()
                        .map(DatabaseDocumentFunctions::function)
                        .collect(Collectors.joining());
    }

    private static String function(Function function) {
        String signature = function.name() + "(" + sql(function.arguments()) + ")";
        String columns = function.columns() == null ? "" : "  Columns: " + code(sql(function.columns())) + "\n\n";
        return "- " + code(signature + " → " + sql(function.result())) + " · " + function.role() + "\n\n  "
                + sentence(function.meaning()) + "\n\n" + columns;
    }

    private static String others(List<Function> functions) {
        return "### " + OTHERS + "\n\nTriggers, and what functions and indexes are made of.\n\n"
                + functions.stream()
                        .map(function -> "- %s: %s\n"
                                .formatted(
                                        code(function.name() + "(" + sql(function.arguments()) + ")"),
                                        prose(function.meaning())))
                        .collect(Collectors.joining());
    }

    private List<Function> functions() {
        return database.sql("""
                        select
                            p.proname,
                            pg_get_function_arguments(p.oid),
                            case when table_result is null then pg_get_function_result(p.oid) else 'table' end,
                            table_result,
                            obj_description(p.oid, 'pg_proc'),
                            -- The roles include each other, so the least one says it all.
                            case
                                when has_function_privilege('pipeline_reader', p.oid, 'execute') then 'reader'
                                when has_function_privilege('pipeline_worker', p.oid, 'execute') then 'worker'
                                when has_function_privilege('pipeline_operator', p.oid, 'execute') then 'operator'
                            end
                        from pg_proc p
                        cross join lateral (
                            select substring(pg_get_function_result(p.oid) from '^TABLE\\((.*)\\)$') as table_result
                        ) as result
                        where p.pronamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        order by p.proname collate "C", 2
                        """)
                .query((row, number) -> new Function(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private record Family(DatabaseDocumentSource source, List<Function> functions) {}

    /**
     * @param columns of the table that it returns; null when it returns something else
     * @param role the least one that may execute it, without pipeline_; null when only the owner may
     */
    private record Function(
            String name,
            String arguments,
            String result,
            @Nullable String columns,
            @Nullable String meaning,
            @Nullable String role) {}
}
