package dev.producerdiscovery.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the catalogue says about a database, to be compared with another's. */
final class SchemaFingerprint {

    private static final String QUERY = read("/schema-fingerprint.sql");

    private SchemaFingerprint() {}

    /** One line a table, column, constraint, index, trigger, function, comment, right. */
    static List<String> of(Database database) {
        return database.column(QUERY);
    }

    /** As {@link #of}, with what even an identical replacement changes. */
    static List<String> withVersions(Database database) {
        List<String> versions = database.column("""
                select p.oid::regprocedure || ' ' || p.xmin::text
                from pg_proc p
                where p.pronamespace::regnamespace::text in ('public', 'pgmq')
                union all
                select c.oid::regclass || ' ' || c.oid::text
                from pg_class c
                where c.relnamespace::regnamespace::text in ('public', 'pgmq', 'queue_mgmt')
                union all
                select t.tgname || ' ' || t.oid::text
                from pg_trigger t
                union all
                select to_jsonb(h)::text
                from flyway_schema_history h
                order by 1
                """);
        return List.of(String.join("\n", of(database)), String.join("\n", versions));
    }

    static String read(String resource) {
        try (InputStream stream =
                Objects.requireNonNull(SchemaFingerprint.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
