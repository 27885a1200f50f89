package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which processes this fleet has started, remembered across calls of the command. */
final class ProcessTable {

    private static final String RECORD = ".process";

    /** A killed process that has much memory takes a moment to give it back. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private final FleetHome home;
    private final Set<String> startedHere = new HashSet<>();

    ProcessTable(FleetHome home) {
        this.home = home;
    }

    /** The record of a process that still runs. */
    Optional<ProcessRecord> running(String name) {
        return ProcessRecord.from(PropertiesFile.read(file(name)))
                .filter(started -> started.alive().isPresent());
    }

    /** Whether the process was started, was not stopped, and yet is gone: it crashed or was killed. */
    boolean hasDied(String name) {
        return Files.exists(file(name)) && running(name).isEmpty();
    }

    void started(String name, Launched launched, int port, String fingerprint) {
        startedHere.add(name);
        PropertiesFile.write(
                file(name),
                ProcessRecord.of(launched.process().toHandle(), port, fingerprint, launched.instance())
                        .toMap());
    }

    /** What was started before counts as found. */
    void beginCall() {
        startedHere.clear();
    }

    /** Whether this call of the command started it, and did not find it. */
    boolean startedHere(String name) {
        return startedHere.contains(name);
    }

    boolean anyRunning() {
        try (DirectoryStream<Path> records =
                Files.newDirectoryStream(home.root().resolve("run"), "*" + RECORD)) {
            for (Path each : records) {
                if (ProcessRecord.from(PropertiesFile.read(each))
                        .flatMap(ProcessRecord::alive)
                        .isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // No such folder: nothing was ever started there.
            return false;
        }
    }

    /** Asks the process to stop, waits for the grace period, then ends it. Returns whether there was one. */
    boolean stop(String name, Duration grace) {
        Optional<ProcessHandle> process =
                ProcessRecord.from(PropertiesFile.read(file(name))).flatMap(ProcessRecord::alive);
        process.ifPresent(handle -> stop(handle, grace));
        forget(name);
        return process.isPresent();
    }

    private static void stop(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!RunningProcess.awaitEnd(process, grace)) {
            process.destroyForcibly();
            RunningProcess.awaitEnd(process, AFTER_KILL);
        }
    }

    private void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file(name), e);
        }
    }

    private Path file(String name) {
        return home.run().resolve(name + RECORD);
    }
}
