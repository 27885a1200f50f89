package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder {@code .fleet} beside the project: unpacked applications, data, logs, and what runs at the moment. */
public record FleetHome(Path root) {

    public static FleetHome ofWorkingDirectory() {
        return new FleetHome(Path.of(".fleet").toAbsolutePath().normalize());
    }

    Path application(String module) {
        return root.resolve("apps").resolve(module);
    }

    /** The classes that a JVM of the component keeps for the next one, see {@link Launcher}. */
    static String classesOf(String component) {
        return component + "-" + Runtime.version() + ".jsa";
    }

    /** Lets the next JVM of the component begin anew. */
    void forgetClasses(String component) {
        try (var files = Files.newDirectoryStream(root.resolve("apps"))) {
            for (Path application : files) {
                Files.deleteIfExists(application.resolve(classesOf(component)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Not everything could be deleted in " + root.resolve("apps"), e);
        }
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

    /** Shell-readable addresses of everything that runs, with passwords, for people and scripts of this user. */
    public Path environmentFile() {
        return root.resolve("fleet.env");
    }

    public Path backendFile() {
        return run().resolve("backend.properties");
    }

    /** Deletes all that was found out or written down, and every secret with it; the applications stay. */
    public void forget() {
        try {
            for (String each : List.of("data", "logs", "run", "fleet.env")) {
                PrivateFiles.delete(root.resolve(each));
            }
            // Also what restores have set aside.
            try (var formerData = Files.newDirectoryStream(root, "data.*")) {
                for (Path each : formerData) {
                    PrivateFiles.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Not everything could be deleted in " + root, e);
        }
    }

    private Path created(Path directory) {
        try {
            PrivateFiles.folder(root);
            return PrivateFiles.folder(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + directory, e);
        }
    }
}
