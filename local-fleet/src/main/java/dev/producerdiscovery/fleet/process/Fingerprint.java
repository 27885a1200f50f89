package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** Tells whether a running process is still what it should be: same application, same settings. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(FleetHome home, Component component) {
        String settings = String.join(
                "\n",
                applicationOf(home, component.module()),
                Integer.toString(component.port()),
                new TreeMap<>(component.environment()).toString(),
                component.jvmOptions().toString(),
                component.arguments().toString());
        return of(settings);
    }

    static String of(String settings) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(settings.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static String applicationOf(FleetHome home, String module) {
        Path jar = home.application(module).resolve("app.jar");
        try {
            return module + "@" + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new FleetException(
                    "There is no built application of " + module + " at " + jar + "; run ./fleet up", e);
        }
    }
}
