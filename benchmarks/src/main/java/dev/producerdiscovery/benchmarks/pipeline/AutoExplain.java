package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.backend.Login;
import java.nio.file.Path;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Lets PostgreSQL write down the plans of statements that take long, and add up what statements and functions take.
 *
 * @param superuser of the fleet's PostgreSQL
 * @param there whether the server has the library for it
 */
record AutoExplain(Login superuser, boolean there) {

    private static final List<String> SETTINGS = List.of(
            // By this session too: until the library is loaded its settings are unknown.
            "load 'auto_explain'",
            "load 'pg_stat_statements'",
            "alter system set track_functions = 'all'",
            "alter system set shared_preload_libraries = 'pg_stat_statements'",
            "alter system set session_preload_libraries = 'auto_explain'",
            "alter system set auto_explain.log_min_duration = '200ms'",
            "alter system set auto_explain.log_nested_statements = on");

    /**
     * Before the fleet starts on the folder, and makes the database there: sessions load the library when they open, and
     * the services keep theirs.
     */
    static AutoExplain prepare(Path data) {
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(data))) {
            Login superuser = backend.superuser();
            SingleConnectionDataSource session = new SingleConnectionDataSource(
                    backend.database().jdbcUrl(), superuser.user(), superuser.password(), true);
            try {
                JdbcClient client = JdbcClient.create(session);
                SETTINGS.forEach(setting -> client.sql(setting).update());
                return new AutoExplain(superuser, true);
            } catch (DataAccessException e) {
                return new AutoExplain(superuser, false);
            } finally {
                session.destroy();
            }
        }
    }
}
