package dev.producerdiscovery.fleet.backup;

import dev.producerdiscovery.fleet.process.FleetException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Writes the data folder of a stopped fleet into one file: everything that was found out, and the passwords that open it. */
public final class Backup {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Program program;
    private final InstantSource clock;

    public Backup(InstantSource clock) {
        this(Program.present(), clock);
    }

    Backup(Program program, InstantSource clock) {
        this.program = program;
        this.clock = clock;
    }

    /**
     * Writes aside and moves into place at the end, so that there is never half a backup. Only its owner may read it.
     *
     * @param data where nothing may run meanwhile
     * @param target does not exist yet
     * @throws FleetException when it cannot be written; nothing is left of it then
     */
    public void write(Path data, Path target) {
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        // Ctrl-C ends the JVM without coming by the finally below.
        draft.toFile().deleteOnExit();
        try {
            Cluster cluster = Cluster.in(data);
            Content content = Content.of(data);
            Files.deleteIfExists(draft);
            try (BackupWriter writer = new BackupWriter(FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY))) {
                writer.write(data, content, manifest(cluster, content));
                Files.move(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new FleetException(
                    "The backup could not be written to " + target + ", and nothing is left of it: " + e, e);
        }
    }

    private Manifest manifest(Cluster cluster, Content content) {
        return new Manifest(
                Manifest.FORMAT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                program.platform(),
                cluster.postgres(),
                program.schema(),
                cluster.systemId(),
                content.files().size(),
                content.bytes());
    }
}
