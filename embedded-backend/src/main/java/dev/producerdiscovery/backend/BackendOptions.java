package dev.producerdiscovery.backend;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the backend is to run.
 *
 * @param dataFolder kept between runs; null for a temporary one that is deleted at the end
 * @param postgresPort 0 for any free port
 * @param redisPort 0 for any free port
 * @param durable whether a commit waits until it is on disk; off is faster, and only a crash of the whole machine can
 *     then lose the last moments
 */
public record BackendOptions(@Nullable Path dataFolder, int postgresPort, int redisPort, boolean durable) {

    /** Free ports, fast, and gone afterwards. */
    public static BackendOptions temporary() {
        return new BackendOptions(null, 0, 0, false);
    }

    /** Free ports, durable, kept in {@code dataFolder}. */
    public static BackendOptions keptIn(Path dataFolder) {
        return new BackendOptions(dataFolder, 0, 0, true);
    }

    public BackendOptions onPorts(int newPostgresPort, int newRedisPort) {
        return new BackendOptions(dataFolder, newPostgresPort, newRedisPort, durable);
    }

    public BackendOptions durable(boolean newDurable) {
        return new BackendOptions(dataFolder, postgresPort, redisPort, newDurable);
    }
}
