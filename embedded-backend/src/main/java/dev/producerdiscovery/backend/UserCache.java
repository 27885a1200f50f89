package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where unpacked programs stay, so that they are unpacked once. Not the temporary folder: its cleaners take files out. */
public final class UserCache {

    private static final String NAME = "producer-discovery";

    private UserCache() {}

    public static Path folder() throws IOException {
        return folder(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir")),
                System.getProperty("user.name"));
    }

    static Path folder(Map<String, String> environment, Path home, Path temporary, String user) throws IOException {
        String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = configured.isBlank()
                ? Path.of(environment.getOrDefault("HOME", home.toString())).resolve(".cache")
                : Path.of(configured);
        // A user whom the system does not know has "?" for a home, which would be a folder beside the project.
        if (base.isAbsolute()) {
            try {
                Path folder = PrivateFiles.folder(base.resolve(NAME));
                if (Files.isWritable(folder)) {
                    return folder;
                }
            } catch (IOException e) {
                // A user without a writable home, as in some containers: the next best place.
                return besideOthers(temporary, user);
            }
        }
        return besideOthers(temporary, user);
    }

    private static Path besideOthers(Path temporary, String user) throws IOException {
        return PrivateFiles.folderAmongStrangers(temporary.resolve(NAME + "-" + user));
    }
}
