package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads and replaces small properties files; a reader never sees a half-written one. */
public final class PropertiesFile {

    private PropertiesFile() {}

    /** What the file holds; empty when there is none. */
    public static Map<String, String> read(Path file) {
        Map<String, String> values = new TreeMap<>();
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            // Never written, or deleted by another command a moment ago.
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        properties.forEach((key, value) -> values.put((String) key, (String) value));
        return values;
    }

    public static void write(Path file, Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        try {
            // Of its own name: two programs may write at the same time, and the later one counts.
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".draft");
            try {
                try (var writer = Files.newBufferedWriter(draft)) {
                    properties.store(writer, null);
                }
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
