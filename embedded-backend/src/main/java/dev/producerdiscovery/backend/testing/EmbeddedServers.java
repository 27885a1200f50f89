package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** The servers from Maven artifacts. */
record EmbeddedServers(EmbeddedBackend backend) implements TestServers {

    static EmbeddedServers start() {
        return new EmbeddedServers(EmbeddedBackend.start(BackendOptions.temporary()));
    }

    @Override
    public DatabaseAddress database() {
        return backend.database();
    }

    @Override
    public Login owner() {
        return backend.owner();
    }

    @Override
    public Login superuser() {
        return backend.superuser();
    }

    @Override
    public Login login(PipelineRole role) {
        return backend.login(role);
    }

    @Override
    public String redisUrl() {
        return backend.redisUrl();
    }

    @Override
    public void migrate(BiConsumer<DataSource, Map<PipelineRole, String>> migration) {
        migration.accept(backend.dataSource(backend.owner()), backend.rolePasswords());
    }

    @Override
    public void close() {
        backend.close();
    }
}
