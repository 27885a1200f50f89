package dev.producerdiscovery.endtoend.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Lines of the fleet's logs that somebody should look at. */
final class LogLines {

    /** Of ours and of PostgreSQL's; and stack traces, whatever the level. */
    private static final Pattern BAD = Pattern.compile(
            "\\s(?:WARN|ERROR)\\s|\\b(?:WARNING|ERROR|FATAL|PANIC):|^\\s+at [\\w.$]+\\(|Exception in thread|OutOfMemoryError");

    /** Times, ids and numbers, by which the same line differs. */
    private static final Pattern VARYING =
            Pattern.compile("^\\S+Z\\s+|\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b|\\b[0-9a-f:]{17,}\\b|\\d+");

    /** @param why it is no sign of anything wrong */
    private record Explained(Pattern line, String why) {}

    private static final List<Explained> EXPLAINED = List.of(
            new Explained(
                    Pattern.compile("WARN .*MacAddressUtil .*Failed to find a usable hardware address"),
                    "where there is but the loopback interface, Redis' client makes an id from random numbers"),
            new Explained(
                    Pattern.compile("WARN .*Outage .*Redis does not answer \\(.*timed out"),
                    "Redis may take half a second, which a machine that starts several JVMs takes longer than: it is done without"));

    private LogLines() {}

    /** Each kind of line once, with its file. */
    static Set<String> toLookAt(Path folder) {
        Set<String> found = new TreeSet<>();
        try (var logs = Files.newDirectoryStream(folder, "*.log")) {
            for (Path file : logs) {
                try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.filter(LogLines::needsALook)
                            .map(line -> file.getFileName() + ": "
                                    + VARYING.matcher(line).replaceAll("…"))
                            .forEach(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static boolean needsALook(String line) {
        return BAD.matcher(line).find()
                && EXPLAINED.stream()
                        .noneMatch(explained -> explained.line().matcher(line).find());
    }
}
