package dev.producerdiscovery.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocaleTest {

    private static final String RULES =
            "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding)"
                    + " from pg_database where datname = current_database()";

    @TempDir
    private Path folder;

    @Test
    void a_new_database_knows_every_letter_whatever_the_shell_says() throws SQLException {
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.temporary())) {
            assertThat(query(backend, RULES)).isEqualTo("b C.UTF-8 UTF8");
            assertThat(query(backend, "select lower('ЖАННА Ὀδυσσεύς É') || upper('gbi')"))
                    .isEqualTo("жанна ὀδυσσεύς éGBI");
        }
    }

    @Test
    void a_database_made_with_the_locale_of_a_shell_is_converted_and_found_in_again() throws Exception {
        makeAsBefore("C");
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            assertThat(query(backend, RULES)).isEqualTo("b C.UTF-8 UTF8");
            assertThat(query(
                            backend,
                            "set enable_seqscan = off; select count(*) from people where lower(name) = 'жанна'"))
                    .isEqualTo("1");
            assertThat(folder.resolve("password"))
                    .as("the one that all shared is replaced")
                    .doesNotExist();
            assertThat(backend.owner().password())
                    .isNotEqualTo("once-for-all")
                    .isNotEqualTo(backend.superuser().password());
        }
        assertThat(folder.resolve("indexes-to-rebuild")).doesNotExist();
    }

    @Test
    void a_conversion_that_was_interrupted_is_finished_by_the_next_start() throws Exception {
        makeAsBefore("C");
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            execute(backend, "update pg_index set indisvalid = false where indexrelid = 'people_name'::regclass");
        }
        Files.createFile(folder.resolve("indexes-to-rebuild"));

        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            assertThat(query(backend, "select indisvalid from pg_index where indexrelid = 'people_name'::regclass"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_database_whose_making_was_interrupted_is_made_anew() throws Exception {
        Files.createDirectories(folder.resolve("postgres/base"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "");

        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            assertThat(query(backend, "select 1")).isEqualTo("1");
        }
    }

    /** As the fleet made databases when it took the locale from the shell. */
    private void makeAsBefore(String locale) throws Exception {
        PostgresPrograms programs = PostgresPrograms.unpacked();
        Path passwordFile = Files.writeString(folder.resolve("password"), "once-for-all");
        programs.run(
                "initdb",
                "--pgdata=" + folder.resolve("postgres"),
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=" + locale);
        Files.createFile(folder.resolve("postgres/epg-lock"));
        int port = Loopback.freePort();
        String data = "--pgdata=" + folder.resolve("postgres");
        programs.run(
                "pg_ctl",
                data,
                "--wait",
                "--options=-p " + port + " -c unix_socket_directories=",
                "--log=" + folder.resolve("postgres.log"),
                "start");
        DatabaseAddress address = new DatabaseAddress(Loopback.HOST, port, "postgres");
        Login superuser = new Login("postgres", "once-for-all");
        try (Connection connection = address.dataSource(superuser).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role producer_discovery login createrole password 'once-for-all'");
            statement.execute("create database producer_discovery owner producer_discovery");
        }
        try (Connection connection = address.withDatabase("producer_discovery")
                        .dataSource(superuser)
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table people (name text)");
            statement.execute("create index people_name on people (lower(name))");
            statement.execute("insert into people values ('ЖАННА')");
            statement.execute("grant select on people to public");
        }
        programs.run("pg_ctl", data, "--wait", "stop");
    }

    private static String query(EmbeddedBackend backend, String sql) throws SQLException {
        try (Connection connection = backend.dataSource(backend.owner()).getConnection();
                Statement statement = connection.createStatement()) {
            String last = sql;
            if (sql.contains("; ")) {
                statement.execute(sql.substring(0, sql.indexOf("; ")));
                last = sql.substring(sql.indexOf("; ") + 2);
            }
            try (ResultSet row = statement.executeQuery(last)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void execute(EmbeddedBackend backend, String sql) throws SQLException, IOException {
        try (Connection connection = backend.dataSource(backend.superuser()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
