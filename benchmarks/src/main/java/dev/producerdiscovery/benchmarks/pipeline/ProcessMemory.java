package dev.producerdiscovery.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Resident memory of a process in kB, as Linux tells it in {@code /proc/PID/status}; all 0 when it has ended, and elsewhere.
 *
 * @param own that nobody else has
 * @param files mapped, such as programs
 * @param shared with others, such as PostgreSQL's buffers
 */
record ProcessMemory(long own, long files, long shared) {

    static ProcessMemory of(long pid) {
        try {
            return of(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            return new ProcessMemory(0, 0, 0);
        }
    }

    static ProcessMemory of(List<String> status) {
        return new ProcessMemory(number(status, "RssAnon:"), number(status, "RssFile:"), number(status, "RssShmem:"));
    }

    /** Of a process and those that it has started. What they share is counted once, or buffers would count per session. */
    static double megabytes(List<ProcessMemory> family) {
        long own = family.stream().mapToLong(ProcessMemory::own).sum();
        return (own + most(family, ProcessMemory::files) + most(family, ProcessMemory::shared)) / 1024.0;
    }

    private static long most(List<ProcessMemory> family, ToLongFunction<ProcessMemory> figure) {
        return family.stream().mapToLong(figure).max().orElse(0);
    }

    private static long number(List<String> status, String title) {
        return status.stream()
                .filter(line -> line.startsWith(title))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
