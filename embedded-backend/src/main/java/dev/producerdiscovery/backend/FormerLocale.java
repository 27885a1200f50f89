package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts databases that were made with the locale of somebody's shell to the one that all have, PostgreSQL's own
 * C.UTF-8: what is a capital letter and what comes first must not depend on where the first start was typed.
 *
 * <p>Their text is UTF-8 already, so only the rules change, and what was built by the rules has to be built again: the
 * indexes. It takes as long as that takes, once. A conversion that is interrupted is taken up by the next start.
 */
final class FormerLocale {

    private static final Logger LOG = LoggerFactory.getLogger(FormerLocale.class);
    private static final int BUILTIN_LOCALE_SINCE = 17;

    private final DatabaseAddress address;
    private final Login superuser;
    private final Path unfinished;

    FormerLocale(DatabaseAddress address, String superuserPassword, Path folder) {
        this.address = address;
        this.superuser = new Login(PostgresServer.SUPERUSER, superuserPassword);
        this.unfinished = folder.resolve("indexes-to-rebuild");
    }

    void convert(int major) throws SQLException, IOException {
        if (major < BUILTIN_LOCALE_SINCE) {
            return;
        }
        List<String> former = query("""
                select datname || ' (' || datcollate || ', ' || datctype || ')'
                from pg_database
                where encoding = pg_char_to_encoding('UTF8')
                    and (datlocprovider, datlocale) is distinct from ('b', 'C.UTF-8')
                """);
        if (!former.isEmpty()) {
            LOG.info(
                    "These databases were made with the locale of a shell and are converted to C.UTF-8, which rebuilds"
                            + " their indexes: {}",
                    String.join(", ", former));
            Files.write(unfinished, former);
            execute("postgres", """
                    update pg_database
                    set datlocprovider = 'b', datlocale = 'C.UTF-8', datcollate = 'C', datctype = 'C',
                        datcollversion = pg_database_collation_actual_version(oid)
                    where encoding = pg_char_to_encoding('UTF8')
                    """);
        }
        if (Files.exists(unfinished)) {
            for (String database : query("select datname from pg_database where datallowconn and not datistemplate")) {
                execute(database, "reindex database");
                execute(
                        database,
                        "update pg_database set datcollversion = pg_database_collation_actual_version(oid)"
                                + " where datname = current_database()");
            }
            Files.delete(unfinished);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection =
                        address.withDatabase("postgres").dataSource(superuser).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection =
                        address.withDatabase(database).dataSource(superuser).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
