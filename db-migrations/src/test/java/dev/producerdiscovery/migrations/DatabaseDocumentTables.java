package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.DatabaseDocumentText.cell;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.code;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.link;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.prose;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.sentence;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables, each under the migration that made it: columns, keys, references, indexes, rights. */
final class DatabaseDocumentTables {

    private final Database database;
    private final DatabaseDocumentRights rights;

    DatabaseDocumentTables(Database database, DatabaseDocumentRights rights) {
        this.database = database;
        this.rights = rights;
    }

    String render(List<DatabaseDocumentSource> sources) {
        Map<String, Table> tables = tables().stream().collect(Collectors.toMap(Table::name, table -> table));
        List<Family> families = sources.stream()
                .filter(DatabaseDocumentSource::versioned)
                .map(source -> new Family(
                        source,
                        source.defines().stream()
                                .map(tables::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .filter(family -> !family.tables().isEmpty())
                .toList();
        return families.stream().map(DatabaseDocumentTables::overview).collect(Collectors.joining()) + "\n"
                + families.stream().map(this::family).collect(Collectors.joining());
    }

    private static String overview(Family family) {
        return family.tables().stream()
                .map(table -> link(table.shownName()))
                .collect(Collectors.joining(", ", "- " + title(family) + ": ", "\n"));
    }

    private static String title(Family family) {
        return family.source().name().replaceFirst("_tables$", "").replace('_', ' ');
    }

    private String family(Family family) {
        return "### Tables: " + title(family) + "\n\n" + prose(family.source().introduction()) + "\n\n"
                + family.tables().stream().map(this::table).collect(Collectors.joining());
    }

    private String table(Table table) {
        String columns = columns(table).stream()
                .map(column -> "| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                code(column.name()),
                                cell(sql(column.type())),
                                column.nullable() ? "yes" : "",
                                column.fallback() == null ? "" : code(sql(column.fallback())),
                                prose(column.meaning())))
                .collect(Collectors.joining());
        return "#### " + table.shownName() + "\n\n" + sentence(table.meaning()) + "\n\n"
                + "| column | type | null | default | meaning |\n|---|---|---|---|---|\n" + columns + "\n"
                + item("Keys", code(keys(table)))
                + item("References", String.join("; ", references(table)))
                + item("Indexes", code(indexes(table)))
                + item("Rights", rights.on(table.oid()))
                + "\n";
    }

    private static String item(String name, String content) {
        return content.isEmpty() ? "" : "- " + name + ": " + content + "\n";
    }

    private List<Table> tables() {
        return database.sql("""
                        select c.oid::bigint, c.relname, c.oid::regclass::text, obj_description(c.oid, 'pg_class')
                        from pg_class c
                        where c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                            and c.relkind in ('r', 'p')
                            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                        """)
                .query((row, number) -> new Table(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private List<Column> columns(Table table) {
        return database.sql("""
                        select
                            a.attname,
                            format_type(a.atttypid, a.atttypmod),
                            not a.attnotnull,
                            pg_get_expr(d.adbin, d.adrelid),
                            col_description(a.attrelid, a.attnum)
                        from pg_attribute a
                        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        where a.attrelid = ?::oid
                            and a.attnum > 0
                            and not a.attisdropped
                        order by a.attnum
                        """, table.oid())
                .query((row, number) -> new Column(
                        row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4), row.getString(5)))
                .list();
    }

    private List<String> keys(Table table) {
        return database.column("""
                        select pg_get_constraintdef(k.oid)
                        from pg_constraint k
                        where k.conrelid = ?::oid
                            and k.contype in ('p', 'u')
                        order by k.contype, k.conkey
                        """, table.oid()).stream()
                .map(DatabaseDocumentText::sql)
                .toList();
    }

    private List<String> references(Table table) {
        return database.column("""
                        select format(
                            '`%s` → [%s](#%s)%s',
                            (select string_agg(a.attname, ', ' order by a.attnum)
                                from pg_attribute a
                                where a.attrelid = k.conrelid and a.attnum = any (k.conkey)),
                            k.confrelid::regclass,
                            k.confrelid::regclass,
                            case k.confdeltype
                                when 'c' then ' (deleted with it)'
                                when 'n' then ' (null when that is deleted)'
                                else ''
                            end)
                        from pg_constraint k
                        where k.conrelid = ?::oid
                            and k.contype = 'f'
                        order by k.conkey
                        """, table.oid());
    }

    /** Those that back no key. */
    private List<String> indexes(Table table) {
        return database.column("""
                        select regexp_replace(
                            case when i.indisunique then 'unique ' else '' end
                                || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING (btree )?', ''),
                            ' WHERE \\((.*)\\)$',
                            ' where \\1')
                        from pg_index i
                        where i.indrelid = ?::oid
                            and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
                        """, table.oid()).stream()
                .map(DatabaseDocumentText::sql)
                .sorted()
                .toList();
    }

    private record Family(DatabaseDocumentSource source, List<Table> tables) {}

    private record Table(
            long oid,
            String name,
            String shownName,
            @Nullable String meaning) {}

    private record Column(
            String name,
            String type,
            boolean nullable,
            @Nullable String fallback,
            @Nullable String meaning) {}
}
