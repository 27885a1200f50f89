package dev.producerdiscovery.backend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the programs have to be made for.
 *
 * @param system {@code linux}, {@code darwin}, or another that we have nothing for
 * @param architecture {@code x86_64}, {@code arm_64}, or another
 * @param musl whether the system's C library is musl and not glibc
 */
record Platform(String system, String architecture, boolean musl) {

    static Platform current() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1")),
                Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))
                        || Files.exists(Path.of("/lib/ld-linux-aarch64.so.1")));
    }

    static Platform of(String osName, String osArch, boolean hasMusl, boolean hasGlibc) {
        String system = osName.toLowerCase(Locale.ROOT);
        String architecture = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return new Platform(system.startsWith("mac") ? "darwin" : system, architecture, hasMusl && !hasGlibc);
    }

    /** The archive's name in the artifacts of io.zonky.test.postgres. */
    String postgresArchive() {
        return "postgres-" + system + "-" + architecture + (musl ? "-alpine_linux" : "") + ".txz";
    }

    @Override
    public String toString() {
        return system + " on " + architecture + (musl ? " with musl" : "");
    }
}
