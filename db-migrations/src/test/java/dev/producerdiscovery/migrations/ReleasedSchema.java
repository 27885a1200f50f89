package dev.producerdiscovery.migrations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The migrations of a release as they were, in {@code released/NNN.zip}, named by their last version. CONTRIBUTING.md
 * says how one is added.
 */
record ReleasedSchema(Path archive) {

    private static final String LIFE = SchemaFingerprint.read("/released/life.sql");

    static List<ReleasedSchema> all() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ReleasedSchema.class.getResource("/released"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .map(ReleasedSchema::new)
                    .toList();
        }
    }

    /** The one whose upgrade has the most to do. */
    static ReleasedSchema oldest() throws IOException, URISyntaxException {
        return all().getFirst();
    }

    /** A database as that release left it. Its files are unpacked below {@code folder}. */
    Database install(Path folder) throws Exception {
        unpack(folder);
        Database database = TestServer.plain().empty();
        CompatibleSchema queues = CompatibleSchema.of(pgmq(folder.resolve("db/pgmq")));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            queues.createWith(statement);
        }
        Migrations.run(database.dataSource(), "filesystem:" + folder.resolve("db/migration"));
        return database;
    }

    /** Its schema pgmq, which may be in several files. */
    private static byte[] pgmq(Path folder) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            ByteArrayOutputStream script = new ByteArrayOutputStream();
            for (Path part : (Iterable<Path>) parts.sorted()::iterator) {
                script.writeBytes(Files.readAllBytes(part));
            }
            return script.toByteArray();
        }
    }

    /** Rows and messages of every kind. */
    static void live(Database database) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(LIFE);
        }
    }

    private void unpack(Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> files = Files.walk(zip.getPath("/db"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = folder.resolve(file.toString().substring(1));
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }

    @Override
    public String toString() {
        return String.valueOf(archive.getFileName());
    }
}
