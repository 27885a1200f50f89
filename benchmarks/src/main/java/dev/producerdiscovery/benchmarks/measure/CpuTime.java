package dev.producerdiscovery.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** CPU time in seconds as Linux counts it, in hundredths. Elsewhere nothing is known, and everything counts as 0. */
public final class CpuTime {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;

    private CpuTime() {}

    /** What a process and its children used, those included that have ended and were waited for. */
    public static double of(long pid) {
        return Stream.concat(
                        ProcessHandle.of(pid).stream(),
                        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants))
                .mapToDouble(process -> alone(process.pid()))
                .sum();
    }

    /** What a process used without its children that still run, for one that has started those that are measured. */
    public static double alone(long pid) {
        // The name in parentheses may hold anything; user, system and both of ended children are the 14th field and on.
        return read(PROC.resolve(pid + "/stat"))
                .map(stat -> sum(stat.substring(stat.lastIndexOf(')') + 2).split(" "), 11, 15))
                .orElse(0.0);
    }

    /** What all processes used together: user, nice and system time. */
    public static double ofMachine() {
        return read(PROC.resolve("stat"))
                .map(stat -> sum(stat.lines().findFirst().orElseThrow().split(" +"), 1, 4))
                .orElse(0.0);
    }

    private static double sum(String[] fields, int from, int to) {
        long ticks = 0;
        for (int i = from; i < to; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Empty when there is no such file, or no more: processes end. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
