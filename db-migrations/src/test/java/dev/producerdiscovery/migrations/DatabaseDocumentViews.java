package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.DatabaseDocumentText.cell;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.code;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.prose;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.sentence;
import static dev.producerdiscovery.migrations.DatabaseDocumentText.sql;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The views and their columns, by name. */
final class DatabaseDocumentViews {

    private final Database database;
    private final DatabaseDocumentRights rights;

    DatabaseDocumentViews(Database database, DatabaseDocumentRights rights) {
        this.database = database;
        this.rights = rights;
    }

    String render() {
        return database
                .sql("""
                        select c.oid::bigint, c.oid::regclass::text, obj_description(c.oid, 'pg_class')
                        from pg_class c
                        where c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                            and c.relkind in ('v', 'm')
                            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                        order by c.relname collate "C"
                        """)
                .query((row, number) -> view(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.joining());
    }

    private String view(long oid, String name, @Nullable String meaning) {
        String columns = database
                .sql("""
                        select a.attname, format_type(a.atttypid, a.atttypmod), col_description(a.attrelid, a.attnum)
                        from pg_attribute a
                        where a.attrelid = ?::oid
                            and a.attnum > 0
                        order by a.attnum
                        """, oid)
                .query((row, number) -> "| %s | %s | %s |\n"
                        .formatted(code(row.getString(1)), cell(sql(row.getString(2))), prose(row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.joining());
        return "### " + name + "\n\n" + sentence(meaning) + "\n\n"
                + "| column | type | meaning |\n|---|---|---|\n" + columns + "\n"
                + "- Rights: " + rights.on(oid) + "\n\n";
    }
}
