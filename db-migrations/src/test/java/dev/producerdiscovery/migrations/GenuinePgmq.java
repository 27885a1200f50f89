package dev.producerdiscovery.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The genuine extension's files, as the npm package {@code @electric-sql/pglite-pgmq} carries them. Fetched once, by
 * npm, into the build folder.
 */
final class GenuinePgmq {

    private static final String PACKAGE = "@electric-sql/pglite-pgmq@0.0.6";

    private static final Path FOLDER = Path.of("target", "genuine-pgmq").toAbsolutePath();

    private GenuinePgmq() {}

    /** A folder for {@code extension_control_path}; empty where npm is not at hand or cannot fetch. */
    static Optional<Path> folder() throws IOException, InterruptedException {
        Path extension = FOLDER.resolve("extension");
        if (Files.exists(extension.resolve("pgmq.control"))) {
            return Optional.of(FOLDER);
        }
        Files.createDirectories(extension);
        Optional<Path> archive = fetch();
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        try (TarArchiveInputStream outer = tar(Files.newInputStream(archive.get()))) {
            for (TarArchiveEntry file = outer.getNextEntry(); file != null; file = outer.getNextEntry()) {
                if (file.getName().endsWith("/pgmq.tar.gz")) {
                    unpack(tar(outer), extension);
                    return Optional.of(FOLDER);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> fetch() throws IOException, InterruptedException {
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "pack", "--silent", PACKAGE)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        if (!npm.waitFor(60, TimeUnit.SECONDS)) {
            npm.destroyForcibly();
            return Optional.empty();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".tgz")).findFirst();
        }
    }

    private static void unpack(TarArchiveInputStream files, Path folder) throws IOException {
        for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
            if (file.isFile()) {
                Path name = Path.of(file.getName()).getFileName();
                Files.copy(files, folder.resolve(name));
            }
        }
    }

    private static TarArchiveInputStream tar(InputStream compressed) throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(compressed));
    }
}
