package dev.producerdiscovery.fleet.backup;

import dev.producerdiscovery.backend.Orphan;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a PostgreSQL that does not run.
 *
 * @param postgres major version of the server
 * @param systemId its own name, the same in all its copies
 */
record Cluster(int postgres, String systemId) {

    /**
     * @param data the fleet's data folder
     * @throws FleetException when there is no cluster in it, or a server still writes there
     */
    static Cluster in(Path data) {
        Path cluster = folder(data);
        Path version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new FleetException("There is no data in " + data + " yet; ./fleet up makes it.");
        }
        try {
            requireStopped(cluster.resolve("postmaster.pid"));
            byte[] control = Files.readAllBytes(cluster.resolve("global").resolve("pg_control"));
            // The first field of ControlFileData (src/include/catalog/pg_control.h), in the processor's own order.
            long systemId =
                    ByteBuffer.wrap(control).order(ByteOrder.nativeOrder()).getLong();
            return new Cluster(Integer.parseInt(Files.readString(version).strip()), Long.toUnsignedString(systemId));
        } catch (IOException e) {
            throw new FleetException("The data in " + cluster + " cannot be read: " + e, e);
        }
    }

    static Path folder(Path data) {
        return data.resolve("postgres");
    }

    private static void requireStopped(Path pidFile) throws IOException {
        Optional<ProcessHandle> server = Orphan.find(pidFile, "postgres");
        if (server.isPresent()) {
            throw new FleetException("A PostgreSQL (process " + server.get().pid() + ") still writes to these files."
                    + " Run ./fleet down, then try again.");
        }
    }
}
