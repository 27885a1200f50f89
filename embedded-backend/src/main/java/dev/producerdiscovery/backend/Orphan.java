package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server that a killed JVM left running on a kept folder, where it would hold the folder and the port. Its clients
 * are cut off when it is ended: they belong to a fleet that lost its backend and connect again.
 */
public final class Orphan {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The start of a process is known to a hundredth of a second; the clock may have been set meanwhile. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private Orphan() {}

    /**
     * @param pidFile whose first line is the process id
     * @param program part of the path of the program, because the number may belong to somebody else by now
     */
    public static Optional<ProcessHandle> find(Path pidFile, String program) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        // Without that it may be the same program of another copy.
        Instant written = Files.getLastModifiedTime(pidFile).toInstant().plus(CLOCKS);
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(RunningProcess::is)
                .filter(process -> process.info().command().orElse("").contains(program))
                .filter(process -> worksIn(pidFile.toAbsolutePath().getParent(), process)
                        .orElseGet(() -> process.info()
                                .startInstant()
                                .orElse(Instant.EPOCH)
                                .isBefore(written)));
    }

    /**
     * Both servers work in the folder of their data, where they put the file. Empty where the system does not tell (Linux
     * does, see proc_pid_cwd(5)): there, who started after the file was written cannot have written it.
     */
    private static Optional<Boolean> worksIn(@Nullable Path folder, ProcessHandle process) {
        Path works = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return folder != null && Files.exists(works)
                    ? Optional.of(Files.isSameFile(works, folder))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether there was one.
     *
     * @param signal that makes it stop at once and in good order
     */
    public static boolean end(Path pidFile, String program, String signal) throws IOException {
        Optional<ProcessHandle> orphan = find(pidFile, program);
        if (orphan.isPresent()) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(orphan.get().pid())).start();
            if (!RunningProcess.awaitEnd(orphan.get(), PATIENCE)) {
                orphan.get().destroyForcibly();
                RunningProcess.awaitEnd(orphan.get(), PATIENCE);
            }
            if (RunningProcess.is(orphan.get())) {
                // The file is all that keeps a second server from the same data.
                throw new IOException("process " + orphan.get().pid() + " of " + program + " does not end");
            }
        }
        Files.deleteIfExists(pidFile);
        return orphan.isPresent();
    }
}
