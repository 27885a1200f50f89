package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code .fleet} beside the project: unpacked applications, data, logs, and what runs at the moment. */
public record FleetHome(Path root) {

    public static FleetHome ofWorkingDirectory() {
        return new FleetHome(Path.of(".fleet").toAbsolutePath().normalize());
    }

    Path application(String module) {
        return root.resolve("apps").resolve(module);
    }

    public Path logs() {
        return created(root.resolve("logs"));
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path run() {
        return created(root.resolve("run"));
    }

    public Path data() {
        return created(root.resolve("data"));
    }

    /** Shell-readable addresses of everything that runs, for people and scripts. */
    public Path environmentFile() {
        return root.resolve("fleet.env");
    }

    public Path backendFile() {
        return run().resolve("backend.properties");
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
    }
}
