package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.backend.MigratedCluster;
import dev.producerdiscovery.backend.PrivateFiles;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** The servers from Maven artifacts, on a copy of a folder that is migrated already. */
record EmbeddedServers(EmbeddedBackend backend, Path folder) implements TestServers {

    /** @param schema its name, by which the folder is found again */
    static EmbeddedServers start(String schema, BiConsumer<DataSource, Map<PipelineRole, String>> migration) {
        Path folder = new MigratedCluster(
                        schema,
                        backend -> migration.accept(backend.dataSource(backend.owner()), backend.rolePasswords()))
                .copy(InstantSource.system());
        return new EmbeddedServers(
                EmbeddedBackend.start(BackendOptions.keptIn(folder).durable(false)), folder);
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
    public void close() {
        backend.close();
        try {
            PrivateFiles.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " could not be deleted", e);
        }
    }
}
