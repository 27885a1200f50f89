package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Tells a process that runs from one that has ended and only waits for its parent to notice. */
public final class RunningProcess {

    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    /** Among the fields that follow the name. */
    private static final int STATE = 0;

    private static final int START = 19;

    private RunningProcess() {}

    /**
     * Whether the process still does anything. A process whose parent takes no notice of its end (the first process of
     * many containers) keeps its number for ever, and {@link ProcessHandle#isAlive()} says true for it.
     */
    public static boolean is(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String state = stat(process)[STATE];
            return !state.equals("Z") && !state.equals("X");
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    /**
     * Tells the process from every other that has or had its number. It stays the same when somebody sets the clock: on
     * Linux the system reckons the instant of a start back from the present time, so the start is told in ticks of this
     * boot; elsewhere the instant is kept as it was, in milliseconds.
     */
    public static String identity(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + ":" + stat(process)[START];
        } catch (IOException e) {
            return Long.toString(
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        }
    }

    /** Linux only, see proc_pid_stat(5): what follows the name, which is in brackets and may hold any. */
    private static String[] stat(ProcessHandle process) throws IOException {
        String line =
                Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), StandardCharsets.ISO_8859_1);
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
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
