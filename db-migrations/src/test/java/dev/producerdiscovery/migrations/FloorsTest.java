package dev.producerdiscovery.migrations;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Functions live in a house: a folder a family, numbered in the order in which they are made. A function calls those of its
 * own family and of lower ones, so there is no circle, and the engine, whose families lie lowest, does not know the
 * pipeline.
 */
class FloorsTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final Path RESOURCES = Path.of("src/main/resources/db");

    /** What is written, without comments, and without what a person is told to call. */
    private static final Pattern UNHEARD = Pattern.compile("--[^\n]*|hint = '(?:[^']|'')*'");

    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\s*\\(|\\b(?:from|join)\\s+(?:public\\.)?(\\w+)");

    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Where each function and view is made. */
    private static final Map<String, DatabaseDocumentSource> HOMES = DatabaseDocumentSource.all().stream()
            .filter(source -> !source.versioned())
            .flatMap(source -> source.defines().stream().map(name -> Map.entry(name, source)))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void no_function_calls_one_of_a_higher_family() {
        List<String> upwards = new ArrayList<>();
        for (Body body : bodies()) {
            for (String called : body.calls()) {
                DatabaseDocumentSource home = HOMES.get(called);
                if (home != null && home.floor() > body.home().floor()) {
                    upwards.add("%s (%s) calls %s (%s)"
                            .formatted(body.name(), body.home().folder(), called, home.folder()));
                }
            }
        }
        assertThat(upwards).isEmpty();
    }

    @Test
    void every_function_and_view_is_made_in_a_family() {
        // Indexes and triggers are made with these, so they came with the tables.
        assertThat(made().map(Body::name))
                .filteredOn(name -> !HOMES.containsKey(name))
                .containsExactlyInAnyOrder(
                        "name_song", "name_spellings", "set_updated_at", "song_name", "word_spellings");
    }

    @Test
    void no_function_of_the_engine_names_a_table_of_the_pipeline() {
        Set<String> pipeline = DatabaseDocumentSource.all().stream()
                .filter(DatabaseDocumentSource::versioned)
                .flatMap(source -> source.defines().stream())
                .collect(toSet());
        EngineTest.tables().forEach(pipeline::remove);
        assertThat(pipeline)
                .contains("artists", "run_outcomes", "run_estimates")
                .hasSizeGreaterThan(15);
        List<String> named = new ArrayList<>();
        for (Body body : bodies()) {
            if (body.home().folder().startsWith("engine/")) {
                words(body.sql()).filter(pipeline::contains).forEach(table -> named.add(body.name() + ": " + table));
            }
        }
        assertThat(named).isEmpty();
    }

    @Test
    void the_numbers_of_folders_and_files_agree_and_the_engine_has_the_lower_ones() throws IOException {
        Path root = RESOURCES.resolve("migration");
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> file.contains("R__")))
                    .isNotEmpty()
                    .allMatch(
                            file -> file.matches("(engine/(?=[12])|pipeline/(?=[34]))(\\d\\d)_\\w+/R__\\2_\\w+\\.sql"));
        }
        assertThat(DatabaseDocumentSource.all().stream()
                        .filter(source -> !source.versioned())
                        .map(DatabaseDocumentSource::folder)
                        .distinct()
                        .map(folder -> folder.replaceFirst(".*/(\\d+)_.*", "$1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_file_is_too_long_to_be_read() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql")))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(250));
        }
    }

    /** What closes new functions are default rights, and what opens them is one file for the engine and one for the rest. */
    @Test
    void rights_are_given_in_the_files_for_them_alone() {
        Pattern right = Pattern.compile("^\\s*(?:grant|revoke) ", Pattern.MULTILINE);
        assertThat(DatabaseDocumentSource.all().stream()
                        .filter(source -> !source.versioned())
                        .filter(source -> right.matcher(source.sql()).find())
                        .map(source -> source.folder() + "/" + source.name()))
                .containsExactly("engine/29_rights/engine", "pipeline/49_rights/pipeline");
    }

    /** Its rights would go with it, and those files would not know. */
    @Test
    void no_file_drops_what_a_role_may_execute() {
        Pattern drop = Pattern.compile("^drop function (?:if exists )?(.*);$", Pattern.MULTILINE);
        List<String> dropped = DatabaseDocumentSource.all().stream()
                .filter(source -> !source.versioned())
                .flatMap(source -> drop.matcher(source.sql()).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(dropped)
                .isNotEmpty()
                .filteredOn(signature -> DB.isTrue(
                        "select coalesce(has_function_privilege('pipeline_operator', to_regprocedure(?), 'execute'), false)",
                        signature))
                .isEmpty();
    }

    /** Those that are written for each queue are what worker_write_functions wrote. */
    private static List<Body> bodies() {
        return made().filter(body -> HOMES.containsKey(body.name())).toList();
    }

    private static Stream<Body> made() {
        return DB
                .sql("""
                        select
                            case n.nspname when 'worker_queues' then 'worker_write_functions' else p.proname end,
                            case p.prosrc when '' then pg_get_functiondef(p.oid) else p.prosrc end
                                || coalesce(pg_get_expr(p.proargdefaults, 0), '')
                        from pg_proc p
                        join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname in ('public', 'queue_mgmt', 'worker_queues')
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        union all
                        select c.relname, pg_get_viewdef(c.oid)
                        from pg_class c
                        where c.relkind = 'v'
                            and c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                        """)
                .query((row, number) -> new Body(
                        row.getString(1), UNHEARD.matcher(row.getString(2)).replaceAll("")))
                .list()
                .stream();
    }

    private static Stream<String> words(String sql) {
        return WORD.matcher(sql).results().map(MatchResult::group);
    }

    private record Body(String name, String sql) {

        DatabaseDocumentSource home() {
            return Objects.requireNonNull(HOMES.get(name));
        }

        Set<String> calls() {
            return CALL.matcher(sql)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(called -> !called.equals(name))
                    .collect(toSet());
        }
    }
}
