package dev.producerdiscovery.migrations;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of this JVM's tests, with an owner for databases who is no superuser. */
final class TestServer {

    static final String OWNER = "test_owner";

    private static final String PASSWORD = "test";

    private final EmbeddedPostgres server;
    private final AtomicInteger created = new AtomicInteger();

    private TestServer(EmbeddedPostgres server) {
        this.server = server;
        Database postgres = database("postgres", "postgres");
        postgres.execute("create role " + OWNER + " login createrole password '" + PASSWORD + "'");
        postgres.execute("grant pg_signal_backend to " + OWNER);
    }

    /** Where PGMQ's files are not installed. */
    static TestServer plain() {
        return Plain.INSTANCE;
    }

    /** A new one, on which nothing was migrated yet. */
    static TestServer another() {
        return start(Map.of());
    }

    /** Where {@code create extension pgmq} finds the files in {@code folder/extension}. */
    static TestServer withExtensionsFrom(Path folder) {
        // The server is started by a shell, which would take $system for a variable of its own.
        return start(Map.of("extension_control_path", "\\$system:" + folder));
    }

    private static TestServer start(Map<String, String> settings) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("timezone", "UTC")
                    // Every test class has a pool or more, and none is closed before the end.
                    .setServerConfig("max_connections", "500");
            settings.forEach(builder::setServerConfig);
            return new TestServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database with the whole schema, cloned from a template. */
    Database migrated() {
        return create(Template.NAME);
    }

    Database empty() {
        return create("template0");
    }

    /** A new database with the whole schema and a locale of its own, as {@code create database} names one. */
    Database migrated(String locale) {
        String name = "test_" + created.incrementAndGet();
        superuser().execute("create database " + name + " template template0 owner " + OWNER + " " + locale);
        Database database = database(name, OWNER);
        Migrations.migrate(database.dataSource());
        return database;
    }

    /** A new database of an encoding that must not be. */
    Database encodedAs(String encoding) {
        String name = "test_" + created.incrementAndGet();
        superuser()
                .execute("create database " + name + " template template0 locale 'C' encoding '" + encoding + "' owner "
                        + OWNER);
        return database(name, OWNER);
    }

    private Database create(String template) {
        if (template.equals(Template.NAME)) {
            Template.prepare(this);
        }
        String name = "test_" + created.incrementAndGet();
        superuser().execute("create database " + name + " template " + template + " owner " + OWNER);
        // A clone does not inherit all of it, and an owner may not do all of it.
        PublicRights.revoke(dataSource(name, "postgres"));
        return database(name, OWNER);
    }

    Database superuser() {
        return database("postgres", "postgres");
    }

    /** Pooled, because a new session for every statement would take longer than the statements. */
    private Database database(String name, String user) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(dataSource(name, user));
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(64);
        pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        pool.setInitializationFailTimeout(-1);
        return new Database(name, new HikariDataSource(pool));
    }

    PGSimpleDataSource dataSource(String database, String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database);
        dataSource.setUser(user);
        dataSource.setPassword(PASSWORD);
        return dataSource;
    }

    /** The same database, as another user. */
    Database as(Database database, String user) {
        return database(database.name(), user);
    }

    private static final class Plain {
        static final TestServer INSTANCE = start(Map.of());
    }

    /** Made once, on the plain server. */
    private static final class Template {

        static final String NAME = "migrated";

        private static boolean prepared;

        static synchronized void prepare(TestServer server) {
            if (!prepared) {
                server.superuser().execute("create database " + NAME + " owner " + OWNER);
                PublicRights.revoke(server.dataSource(NAME, "postgres"));
                Migrations.migrate(
                        server.dataSource(NAME, OWNER),
                        Map.of(
                                PipelineRole.WORKER, PASSWORD,
                                PipelineRole.OPERATOR, PASSWORD,
                                PipelineRole.READER, PASSWORD));
                prepared = true;
            }
        }
    }
}
