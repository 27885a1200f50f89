package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From wherever a database comes, it ends in one schema and loses nothing on the way. */
class UpgradeTest {

    @TempDir
    private Path folder;

    static List<ReleasedSchema> releases() throws Exception {
        return ReleasedSchema.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void every_released_schema_becomes_the_same_as_a_new_one(ReleasedSchema release) throws Exception {
        Database upgraded = release.install(folder);
        ReleasedSchema.live(upgraded);
        Migrations.migrate(upgraded.dataSource());

        Database fresh = TestServer.plain().empty();
        Migrations.migrate(fresh.dataSource());

        assertThat(SchemaFingerprint.of(upgraded)).containsExactlyElementsOf(SchemaFingerprint.of(fresh));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void an_upgrade_keeps_every_row_and_message(ReleasedSchema release) throws Exception {
        Database database = release.install(folder);
        ReleasedSchema.live(database);
        Map<String, List<String>> before = contents(database);
        Migrations.migrate(database.dataSource());

        for (String query : before.keySet()) {
            assertThat(database.column(query)).as(query).isEqualTo(before.get(query));
        }
        assertThat(database.number("select count(*) from search_producers('Ada Vel')"))
                .isEqualTo(1);
        assertThat(database.json("select discovery_run_progress('00000000-0000-4000-8000-000000000001')")
                        .toString())
                .contains("Glass Harbour");
        assertThat(database.json("select pg_dequeue('album_discovery', 100)")).hasSize(30);
        assertThat(database.column(
                        "select coalesce(seconds, 0)::text from normalized_tracks where title_key = 'undertow 1'"))
                .containsExactlyInAnyOrder("0", "124");
    }

    @ParameterizedTest
    @MethodSource("releases")
    void a_second_run_after_an_upgrade_changes_nothing(ReleasedSchema release) throws Exception {
        Database database = release.install(folder);
        Migrations.migrate(database.dataSource());
        List<String> before = SchemaFingerprint.withVersions(database);
        Migrations.migrate(database.dataSource());
        assertThat(SchemaFingerprint.withVersions(database)).isEqualTo(before);
    }

    @Test
    void a_second_run_on_a_new_database_changes_nothing() {
        Database database = TestServer.plain().empty();
        Migrations.migrate(database.dataSource());
        List<String> before = SchemaFingerprint.withVersions(database);
        Migrations.migrate(database.dataSource());
        assertThat(SchemaFingerprint.withVersions(database)).isEqualTo(before);
    }

    /** For every table that holds rows: a query of the columns that it has now, and the rows. */
    private static Map<String, List<String>> contents(Database database) {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        // updated_at tells when a row changed last, and a migration may well have changed it. Whom stages ask is
        // described, and every migration writes it anew.
        for (String query : database.column("""
                select format('select jsonb_build_array(%s)::text from %s order by 1',
                    string_agg(quote_ident(a.attname), ', ' order by a.attnum), c.oid::regclass)
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind = 'r'
                    and c.relnamespace::regnamespace::text in ('public', 'pgmq', 'queue_mgmt')
                    and c.relname not in ('flyway_schema_history', 'stage_providers')
                    and a.attname <> 'updated_at'
                group by c.oid
                order by c.oid::regclass::text
                """)) {
            List<String> rows = database.column(query);
            if (!rows.isEmpty()) {
                contents.put(query, rows);
            }
        }
        assertThat(contents).hasSizeGreaterThan(20);
        return contents;
    }
}
