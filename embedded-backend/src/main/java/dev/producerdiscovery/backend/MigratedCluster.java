package dev.producerdiscovery.backend;

import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.migrations.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A backend's folder after the migrations, kept in the user's cache: making it takes seconds, which every module's tests
 * would spend again, and copying it a fraction of one. Made anew whenever the migrations are other ones.
 *
 * @param kind which schema it has; part of a file's name
 * @param migration brings a backend to that schema
 */
public record MigratedCluster(String kind, Consumer<EmbeddedBackend> migration) {

    private static final String PREFIX = "migrated-";
    private static final long NEEDS = 150L << 20;

    /** Then nobody tests those migrations any more. */
    private static final Duration KEPT = Duration.ofDays(7);

    /**
     * A copy, whose owner deletes it.
     *
     * @param clock tells which clusters nobody has used for long; these go
     * @throws BackendException when none can be made
     */
    public Path copy(InstantSource clock) {
        try {
            Path cache = UserCache.folder();
            String name = PREFIX + kind + "-" + fingerprint();
            Path made = new Installation(cache, name, NEEDS).install(this::make);
            Instant now = clock.instant();
            Files.setLastModifiedTime(made, FileTime.from(now));
            deleteFormer(cache, made, now.minus(KEPT));
            Path copy = Files.createTempDirectory("producer-discovery");
            copy(made, copy);
            return copy;
        } catch (IOException e) {
            throw new BackendException("A migrated database cannot be made or copied", e);
        }
    }

    private void make(Path folder) {
        try (EmbeddedBackend backend =
                EmbeddedBackend.start(BackendOptions.keptIn(folder).durable(false))) {
            migration.accept(backend);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> parentsFirst;
        try (Stream<Path> paths = Files.walk(from)) {
            parentsFirst = paths.filter(path -> !path.equals(from)).toList();
        }
        for (Path each : parentsFirst) {
            Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private void deleteFormer(Path cache, Path made, Instant old) throws IOException {
        List<Path> former;
        try (Stream<Path> paths = Files.list(cache)) {
            former = paths.filter(
                            path -> path.getFileName().toString().startsWith(PREFIX + kind) && !isPartOf(made, path))
                    .toList();
        }
        for (Path each : former) {
            deleteIfOlder(each, old);
        }
    }

    private static void deleteIfOlder(Path cluster, Instant old) throws IOException {
        try {
            if (Files.getLastModifiedTime(cluster).toInstant().isBefore(old)) {
                PrivateFiles.delete(cluster);
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // Somebody else deletes it, too.
        }
    }

    /** Its lock and its drafts are beside it. */
    private static boolean isPartOf(Path made, Path path) {
        return path.getFileName().toString().startsWith(made.getFileName().toString());
    }

    /** Of all that decides what comes out: the migrations, the providers that they write down, and the server. */
    private static String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : List.of(Migrations.class, Providers.class, MigratedCluster.class)) {
                add(
                        digest,
                        Path.of(part.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()));
            }
            Path programs = PostgresPrograms.unpacked().folder();
            digest.update(programs.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A jar, whose own bytes tell when it was made, or a folder of classes and resources. */
    private static void add(MessageDigest digest, Path code) throws IOException {
        if (Files.isDirectory(code)) {
            addFiles(digest, code);
            return;
        }
        try (ZipFile jar = new ZipFile(code.toFile())) {
            jar.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + " " + entry.getSize())
                    .sorted()
                    .forEach(entry -> digest.update(entry.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void addFiles(MessageDigest digest, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(folder)) {
            files = paths.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }
}
