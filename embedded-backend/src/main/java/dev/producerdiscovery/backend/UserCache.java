package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where unpacked programs stay, so that they are unpacked once. Not the temporary folder: its cleaners take files out. */
final class UserCache {

    private UserCache() {}

    static Path folder() throws IOException {
        String configured = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = configured.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(configured);
        try {
            return Files.createDirectories(base.resolve("producer-discovery"));
        } catch (IOException e) {
            // A user without a writable home, as in some containers.
            String user = System.getProperty("user.name");
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "producer-discovery-" + user));
        }
    }
}
