package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a process wrote, as far as it helps somebody whose fleet does not start. */
record ProcessLog(Path file) {

    private static final int LINES = 15;

    /** How far back a reason is looked for: what was written before is about an earlier start. */
    private static final int RECENT = 60;

    private static final Pattern REASON =
            Pattern.compile(" (WARN|ERROR) |Exception|Error:|did not |could not |Could not |was already in use");
    private static final Pattern NOISE = Pattern.compile("^\\s*(at |\\.\\.\\. \\d+ more|$)");

    String tail() {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    /** The last line that tells a reason, or else the last line. */
    String lastWords() {
        List<String> lines = lines();
        List<String> recent = lines.subList(Math.max(0, lines.size() - RECENT), lines.size()).stream()
                .filter(line -> !NOISE.matcher(line).find())
                .toList();
        return recent.stream()
                .filter(line -> REASON.matcher(line).find())
                .reduce((earlier, later) -> later)
                .or(() -> recent.stream().reduce((earlier, later) -> later))
                .map(String::strip)
                .orElse("nothing");
    }

    private List<String> lines() {
        try {
            // What is no letter of UTF-8 must not hide the rest.
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
