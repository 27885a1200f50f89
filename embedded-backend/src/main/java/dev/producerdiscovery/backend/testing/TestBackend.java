package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.BackendException;
import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.Migrations;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.migrations.RoleTimeOuts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** The servers of this JVM's tests, with the migrated template. Started by the first test that needs them. */
final class TestBackend {

    static final String TEMPLATE = "migrated_template";

    private final TestServers servers;
    private final AtomicInteger created = new AtomicInteger();

    private TestBackend(TestServers servers) {
        this.servers = servers;
    }

    static TestBackend shared() {
        return Holder.INSTANCE;
    }

    private static TestBackend start() {
        String schema = System.getProperty("backend.schema", "pipeline");
        BiConsumer<DataSource, Map<PipelineRole, String>> migration =
                "engine".equals(schema) ? Migrations::migrateEngine : Migrations::migrate;
        TestServers servers = "containers".equals(System.getProperty("backend"))
                ? ContainerServers.start(migration)
                : EmbeddedServers.start(schema, migration);
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-test-backend"));
        TestBackend backend = new TestBackend(servers);
        // A database with open connections cannot be cloned, so nobody connects to the template again.
        backend.asSuperuser("alter database " + servers.database().database() + " rename to " + TEMPLATE);
        return backend;
    }

    TestDatabase clone(String template) {
        int number = created.incrementAndGet();
        String name = "test_" + number;
        asSuperuser("create database " + name + " template " + template + " owner " + owner().user());
        DatabaseAddress server = servers.database();
        DatabaseAddress address = new DatabaseAddress(server.host(), server.port(), name);
        // What of a migrated database a clone does not inherit.
        asSuperuser("revoke temporary on database " + name + " from public");
        if (template.equals(TEMPLATE)) {
            RoleTimeOuts.set(address.dataSource(owner()));
        }
        return new TestDatabase(this, address, servers.redisUrl() + "/" + number);
    }

    void drop(String database) {
        asSuperuser("drop database if exists " + database + " with (force)");
    }

    Login owner() {
        return servers.owner();
    }

    Login superuser() {
        return servers.superuser();
    }

    Login login(PipelineRole role) {
        return servers.login(role);
    }

    private void asSuperuser(String statement) {
        DatabaseAddress server = servers.database();
        DataSource postgres =
                new DatabaseAddress(server.host(), server.port(), "postgres").dataSource(servers.superuser());
        try (Connection connection = postgres.getConnection();
                Statement command = connection.createStatement()) {
            command.execute(statement);
        } catch (SQLException e) {
            throw new BackendException("'" + statement + "' failed", e);
        }
    }

    /** Lazy and once, by the class loader's own guarantee. */
    private static final class Holder {
        static final TestBackend INSTANCE = start();
    }
}
