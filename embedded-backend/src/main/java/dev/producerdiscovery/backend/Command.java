package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a server's program in surroundings that are the same on every machine: no locale of the shell, which may not even
 * be installed; no variable that it or its libraries would obey; none of the keys that are meant for others; and files
 * for this user only.
 */
final class Command {

    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "TMPDIR", "LD_LIBRARY_PATH");

    private Command() {}

    /**
     * Returns what the program said, once it has ended.
     *
     * @throws IOException when it cannot be run or ends with another code than 0; the message holds what it said last
     */
    static String run(List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"));
        line.addAll(command);
        // To a file: what the program leaves running in the background would keep a pipe open.
        Path output = Files.createTempFile("producer-discovery", ".output");
        try {
            ProcessBuilder builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(INHERITED);
            environment.put("LC_ALL", "C");
            int exit = builder.start().waitFor();
            String said = Files.readString(output).strip();
            if (exit != 0) {
                throw new IOException(said.isEmpty() ? command.getFirst() + " ended with " + exit : said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.getFirst(), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
