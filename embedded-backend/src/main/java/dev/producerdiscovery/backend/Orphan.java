package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Ends the server that a killed JVM left running on a kept folder, where it would hold the folder and the port. Its
 * clients are cut off: they belong to a fleet that lost its backend and connect again.
 */
final class Orphan {

    private static final int PATIENCE_SECONDS = 20;

    private Orphan() {}

    /**
     * @param pidFile whose first line is the process id
     * @param program part of the path of the program, because the number may belong to somebody else by now
     * @param signal that makes it stop at once and in good order
     */
    static void end(Path pidFile, String program, String signal) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readAllLines(pidFile).getFirst().strip();
        var orphan = ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info().command().orElse("").contains(program));
        if (orphan.isPresent()) {
            new ProcessBuilder("kill", "-" + signal, pid).start();
            orphan.get()
                    .onExit()
                    .completeOnTimeout(orphan.get(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            orphan.get().destroyForcibly();
        }
        Files.deleteIfExists(pidFile);
    }
}
