package dev.producerdiscovery.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Unpacks the executable jars that this build has just made, the way the {@code ./fleet} script does. */
final class Applications {

    static final List<String> MODULES = List.of(
            "db-migrations",
            "artist-discovery-service",
            "album-discovery-service",
            "track-discovery-service",
            "producer-identification-service",
            "social-enrichment-service",
            "queue-monitor-service",
            "catalog-service",
            "musicbrainz-importer",
            "provider-simulator",
            "local-fleet");

    private static final Path UNPACKED =
            unpack(Path.of("target", "applications").toAbsolutePath());

    private Applications() {}

    /** Each in a folder named as its module. All fleets of these tests run from them. */
    static Path unpacked() {
        return UNPACKED;
    }

    private static Path unpack(Path applications) {
        try {
            Files.createDirectories(applications);
            unpackInto(applications);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return applications;
    }

    private static void unpackInto(Path applications) throws IOException, InterruptedException {
        List<Process> unpacking = new ArrayList<>();
        for (String module : MODULES) {
            unpacking.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jarOf(module).toString(),
                            "extract",
                            "--force",
                            "--destination",
                            applications.resolve(module).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (Process process : unpacking) {
            process.waitFor();
        }
        for (String module : MODULES) {
            Path unpacked = applications.resolve(module).resolve(jarOf(module).getFileName());
            Path jar = Files.move(unpacked, unpacked.resolveSibling("app.jar"), StandardCopyOption.REPLACE_EXISTING);
            // Else it is as old as the jar that it comes from, and the script would unpack it again.
            Files.setLastModifiedTime(jar, FileTime.from(InstantSource.system().instant()));
        }
    }

    static Path jarOf(String module) throws IOException {
        Path target = Path.of("..", module, "target").toAbsolutePath().normalize();
        try (var files = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
            for (Path file : files) {
                return file;
            }
        }
        throw new IllegalStateException(
                "No executable jar in " + target + ": run `mvn verify` from the project's root");
    }
}
