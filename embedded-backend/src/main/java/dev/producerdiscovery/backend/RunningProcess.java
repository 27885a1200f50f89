package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Tells a process that runs from one that has ended and only waits for its parent to notice. */
public final class RunningProcess {

    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private RunningProcess() {}

    /**
     * Whether the process still does anything. A process whose parent takes no notice of its end (the first process of
     * many containers) keeps its number for ever, and {@link ProcessHandle#isAlive()} says true for it.
     */
    public static boolean is(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        // Linux only, see proc_pid_stat(5): the state follows the name, which is in brackets and may hold any.
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            char state = line.charAt(line.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    /** Waits until the process has ended; false when it still runs after {@code patience}. */
    public static boolean awaitEnd(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (is(process)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }
}
