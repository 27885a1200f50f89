package dev.producerdiscovery.dumpimport;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The importer on a database of a test, and what it left there. */
final class Importer {

    private final TestDatabase database;
    private final JdbcClient jdbc;

    Importer(TestDatabase database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database.owner());
    }

    int run(String file) {
        return new ImportJob(environment(), InputStream.nullInputStream()).run(List.of(file));
    }

    int run(InputStream standardInput) {
        return new ImportJob(environment(), standardInput).run(List.of("-"));
    }

    /** As a process of its own with a small heap, which writes its log to {@code log}. */
    Process start(String file, Path log) {
        return start(file, log, Map.of());
    }

    /** @param different variables that are not as they should be */
    Process start(String file, Path log, Map<String, String> different) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(ImportJob.class.getName(), file));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        builder.environment().putAll(different);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    List<String> texts(String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
    }

    /** As the services ask: with their rights, and for one value. */
    <T> Stream<T> asWorker(String query, String value, RowMapper<T> read) {
        Login login = database.login(PipelineRole.WORKER);
        return JdbcClient.create(
                new DriverManagerDataSource(database.address().jdbcUrl(), login.user(), login.password()))
                .sql(query)
                .param(value)
                .query(read)
                .list()
                .stream();
    }

    void execute(String statement) {
        jdbc.sql(statement).update();
    }

    /** What readers of the dumps in use see, as one value. */
    String contents() {
        return jdbc.sql("""
                        select concat_ws(' ',
                            (select string_agg(concat_ws(' ', d.kind, d.lines, d.kept, d.broken), ',' order by d.kind)
                                from musicbrainz_dumps d where d.state = 'in use'),
                            (select count(*) from musicbrainz_dump_entries),
                            (select md5(string_agg(e.id || e.content::text, ',' order by e.id))
                                from musicbrainz_dump_entries e),
                            (select count(*) from musicbrainz_dump_keys),
                            (select md5(string_agg(concat_ws(' ', k.kind, k.value, k.target_id, k.release_id), ','
                                order by k.kind, k.value, k.target_id))
                                from musicbrainz_dump_keys k))
                        """).query(String.class).single();
    }

    private Map<String, String> environment() {
        Login login = database.login(PipelineRole.OPERATOR);
        return Map.of(
                "SPRING_DATASOURCE_URL", database.address().jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", login.user(),
                "SPRING_DATASOURCE_PASSWORD", login.password());
    }
}
