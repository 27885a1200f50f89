package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Which processes this fleet has started, remembered across calls of the command. */
final class ProcessTable {

    private final FleetHome home;

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

    void started(String name, Process process, int port, String fingerprint) {
        PropertiesFile.write(
                file(name),
                ProcessRecord.of(process.toHandle(), port, fingerprint).toMap());
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
        try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new FleetException("Cannot tell whether process " + process.pid() + " has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        return home.run().resolve(name + ".process");
    }
}
