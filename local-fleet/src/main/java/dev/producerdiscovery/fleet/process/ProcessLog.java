package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process wrote, as far as it helps somebody whose fleet does not start. */
record ProcessLog(Path file) {

    private static final int LINES = 15;

    /** How far back a reason is looked for: what was written before is about an earlier start. */
    private static final int RECENT = 60;

    /** Of a log that may be larger than the memory of this command. */
    private static final int LAST_BYTES = 64 * 1024;

    private static final Pattern REASON =
            Pattern.compile(" (WARN|ERROR) |Exception|Error:|did not |could not |Could not |was already in use");
    private static final Pattern NOISE = Pattern.compile("^\\s*(at |\\.\\.\\. \\d+ more|$)");

    /** How an application of Spring Boot says that it does not start. */
    private static final Pattern REFUSAL =
            Pattern.compile(".*\\nDescription:\\s*\\n(?<what>.+)\\nAction:\\s*\\n(?<next>.+)", Pattern.DOTALL);

    /** Written after it: then it was an earlier start that said so. */
    private static final Pattern AGAIN = Pattern.compile(" (INFO|WARN|ERROR) ");

    /** What the application itself says of why it did not start and what is to be done; empty when it says nothing. */
    Optional<String> refusal() {
        Matcher refusal = REFUSAL.matcher(String.join("\n", recent()));
        return refusal.find() && !AGAIN.matcher(refusal.group("next")).find()
                ? Optional.of(refusal.group("what").strip() + "\n"
                        + refusal.group("next").strip())
                : Optional.empty();
    }

    String tail() {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    /** The last line that tells a reason, or else the last line. */
    String lastWords() {
        List<String> recent =
                recent().stream().filter(line -> !NOISE.matcher(line).find()).toList();
        return recent.stream()
                .filter(line -> REASON.matcher(line).find())
                .reduce((earlier, later) -> later)
                .or(() -> recent.stream().reduce((earlier, later) -> later))
                .map(String::strip)
                .orElse("nothing");
    }

    private List<String> recent() {
        List<String> lines = lines();
        return lines.subList(Math.max(0, lines.size() - RECENT), lines.size());
    }

    private List<String> lines() {
        try (SeekableByteChannel log = Files.newByteChannel(file)) {
            log.position(Math.max(0, log.size() - LAST_BYTES));
            ByteBuffer last = ByteBuffer.allocate(LAST_BYTES);
            while (last.hasRemaining() && log.read(last) >= 0) {
                // A read may bring less than there is.
            }
            // What is no letter of UTF-8 must not hide the rest.
            return StandardCharsets.UTF_8.decode(last.flip()).toString().lines().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
