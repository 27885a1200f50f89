package dev.producerdiscovery.fleet.backup;

import dev.producerdiscovery.backend.PrivateFiles;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** Puts a backup in the place of a stopped fleet's data. What was there is kept aside. */
public final class Restore {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Program program;
    private final Path file;
    private final InstantSource clock;

    public Restore(Path file, InstantSource clock) {
        this(Program.present(), file, clock);
    }

    Restore(Program program, Path file, InstantSource clock) {
        this.program = program;
        this.file = file;
        this.clock = clock;
    }

    /**
     * When the backup was made.
     *
     * @throws FleetException when this program cannot restore it
     */
    public Instant check() {
        try (BackupReader reader = new BackupReader(file)) {
            return manifest(reader).created();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * @param data where nothing may run meanwhile
     * @return where the data lies that was there before; empty when there was none
     * @throws FleetException when the backup cannot be restored; the data is as it was then
     */
    public Optional<Path> into(Path data) {
        Path fresh = data.resolveSibling("data.restoring");
        try (BackupReader reader = new BackupReader(file)) {
            Manifest manifest = manifest(reader);
            // Ctrl-C may have left one.
            PrivateFiles.delete(fresh);
            PrivateFiles.folder(fresh);
            requireSpace(fresh, manifest);
            reader.extract(fresh, manifest);
            if (!Cluster.in(fresh).systemId().equals(manifest.systemId())) {
                throw new FleetException("The backup is damaged: its cluster is another than its description says.");
            }
            return replace(data, fresh);
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            discard(fresh);
        }
    }

    private static void discard(Path fresh) {
        try {
            PrivateFiles.delete(fresh);
        } catch (IOException e) {
            throw new FleetException("Cannot delete " + fresh + ", which is of no use: " + e, e);
        }
    }

    /** Whether there is something that a restore would set aside. */
    public static boolean hasData(Path data) {
        return Files.exists(Cluster.folder(data));
    }

    private Manifest manifest(BackupReader reader) throws IOException {
        Manifest manifest = reader.manifest();
        program.requireFits(manifest);
        return manifest;
    }

    private static void requireSpace(Path folder, Manifest manifest) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < manifest.bytes()) {
            throw new FleetException("The backup needs " + (manifest.bytes() >> 20) + " MB, and only " + (free >> 20)
                    + " MB are free at " + folder.getParent() + ". Nothing was changed.");
        }
    }

    private Optional<Path> replace(Path data, Path fresh) throws IOException {
        if (!hasData(data)) {
            PrivateFiles.delete(data);
            Files.move(fresh, data);
            return Optional.empty();
        }
        Path aside = data.resolveSibling("data.before-restore-" + SECOND.format(clock.instant()));
        Files.move(data, aside);
        try {
            Files.move(fresh, data);
        } catch (IOException e) {
            Files.move(aside, data);
            throw e;
        }
        return Optional.of(aside);
    }

    private FleetException unreadable(IOException cause) {
        String reason = switch (cause) {
            case ZipException e -> "it is no backup, or it is damaged (" + e.getMessage() + ")";
            case EOFException e -> "it is not whole: its end is missing";
            default -> cause.toString();
        };
        return new FleetException(file + " cannot be restored, and the data is as it was: " + reason + ".", cause);
    }
}
