package dev.producerdiscovery.backend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The unpacked programs of PostgreSQL.
 *
 * @param folder that holds bin, lib and share
 * @param major version, such as 18
 * @param prefix what they are started by
 */
record PostgresPrograms(Path folder, int major, List<String> prefix) {

    /** Unpacked it has about 60 MB. */
    private static final long NEEDS = 80L << 20;

    private static final int ROOT = 0;

    /** @throws IOException when there is none for this machine, no room for it, or it does not run here; says which */
    static PostgresPrograms unpacked() throws IOException {
        Platform platform = Platform.current();
        String archive = platform.postgresArchive();
        ClassLoader loader = PostgresPrograms.class.getClassLoader();
        Path folder;
        try (InputStream stream = loader.getResourceAsStream(archive)) {
            if (stream == null) {
                throw new IOException("there is none for " + platform + "; run it in containers (docker compose up), or"
                        + " on Linux with glibc or macOS, on x86-64 or arm64");
            }
            // The size tells versions apart without reading the whole archive at each start.
            long size = loader.getResource(archive).openConnection().getContentLengthLong();
            folder = new Installation(UserCache.folder(), archive.replace(".txz", "-" + size), NEEDS)
                    .install(place -> Txz.unpack(stream, place));
        }
        return of(folder);
    }

    private static PostgresPrograms of(Path folder) throws IOException {
        List<String> prefix = isRoot(folder) ? withoutRoot() : List.of();
        PostgresPrograms programs = new PostgresPrograms(folder, 0, prefix);
        String version;
        try {
            version = programs.run("postgres", "--version");
        } catch (IOException e) {
            throw new IOException("its programs in " + folder + " do not run on this machine: " + e.getMessage(), e);
        }
        // postgres (PostgreSQL) 18.6
        int major = Integer.parseInt(version.replaceFirst("(?s).*\\(PostgreSQL\\) (\\d+).*", "$1"));
        return new PostgresPrograms(folder, major, prefix);
    }

    private static boolean isRoot(Path ours) throws IOException {
        return ours.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(ours, "unix:uid").equals(ROOT);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it has another number and the same files. */
    private static List<String> withoutRoot() throws IOException {
        try {
            Command.run(List.of("unshare", "--user", "true"));
        } catch (IOException e) {
            throw new IOException(
                    "it does not run as root, and this machine does not let it become somebody else (unshare --user: "
                            + e.getMessage() + "); run this as an ordinary user",
                    e);
        }
        return List.of("unshare", "--user");
    }

    String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return Command.run(command);
    }
}
