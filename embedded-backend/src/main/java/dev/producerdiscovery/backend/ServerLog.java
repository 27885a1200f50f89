package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote before it gave up. */
record ServerLog(Path file) {

    private static final Pattern REASON = Pattern.compile("FATAL|PANIC|could not|Failed|Can't|Could not", 0);

    boolean says(String words) throws IOException {
        return lines().stream().anyMatch(line -> line.contains(words));
    }

    /** The lines that tell why; {@code otherwise} when there is none. */
    String lastWords(String otherwise) throws IOException {
        List<String> reasons = lines().stream()
                .filter(line -> REASON.matcher(line).find())
                .map(String::strip)
                .toList();
        return reasons.isEmpty() ? otherwise : String.join("; ", reasons);
    }

    private List<String> lines() throws IOException {
        // Bytes that are no letters must not hide the reason.
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()
                : List.of();
    }
}
