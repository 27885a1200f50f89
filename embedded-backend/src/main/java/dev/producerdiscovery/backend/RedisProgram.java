package dev.producerdiscovery.backend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The unpacked program of Redis. */
public final class RedisProgram {

    /** The largest has 10 MB. */
    private static final long NEEDS = 12L << 20;

    private RedisProgram() {}

    /**
     * The first of those made for this machine that runs on it: the one for x86-64 needs OpenSSL 3 and glibc, the one for
     * 32 bits brings everything along and runs on the same processors.
     *
     * @throws IOException when none does; says why
     */
    public static Path unpacked() throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String name : candidates(Platform.current())) {
            Path program = unpacked(name);
            try {
                Command.run(List.of(program.toString(), "--version"));
                return program;
            } catch (IOException e) {
                reasons.add(name + ": " + e.getMessage());
            }
        }
        throw new IOException(
                "there is no program of it that runs here (" + Platform.current() + "); " + String.join("; ", reasons));
    }

    /** As the files are called in the artifact com.github.codemonstur:embedded-redis. */
    private static List<String> candidates(Platform platform) {
        return switch (platform.system() + "/" + platform.architecture()) {
            case "linux/x86_64" -> List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386");
            case "linux/arm_64" -> List.of("redis-server-6.2.7-linux-arm64");
            case "darwin/x86_64" -> List.of("redis-server-6.2.6-v5-darwin-amd64");
            case "darwin/arm_64" -> List.of("redis-server-6.2.6-v5-darwin-arm64");
            default -> List.of();
        };
    }

    private static Path unpacked(String name) throws IOException {
        return new Installation(UserCache.folder(), name, NEEDS)
                .install(place -> {
                    Path program = place.resolve(name);
                    try (InputStream stream =
                            RedisProgram.class.getClassLoader().getResourceAsStream(name)) {
                        if (stream == null) {
                            throw new IOException("the artifact of Redis does not hold " + name);
                        }
                        Files.copy(stream, program);
                    }
                    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
                })
                .resolve(name);
    }
}
