package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;

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
    public void migrate() {
        backend.migrate();
    }

    @Override
    public void close() {
        backend.close();
    }
}
