package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.RunningProcess;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a later call of the command recognises a process it started before.
 *
 * @param startedAt tells the process from a stranger that was given the same pid later
 * @param fingerprint changes with the application and its settings; holds no secret in the clear
 * @param instance what the process says of itself when it is asked, so that another's answer is not taken for its own
 */
record ProcessRecord(long pid, Instant startedAt, int port, String fingerprint, String instance) {

    static ProcessRecord of(ProcessHandle process, int port, String fingerprint, String instance) {
        return new ProcessRecord(process.pid(), startOf(process), port, fingerprint, instance);
    }

    static Optional<ProcessRecord> from(Map<String, String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProcessRecord(
                Long.parseLong(values.getOrDefault("pid", "-1")),
                Instant.ofEpochMilli(Long.parseLong(values.getOrDefault("startedAt", "0"))),
                Integer.parseInt(values.getOrDefault("port", "0")),
                values.getOrDefault("fingerprint", ""),
                values.getOrDefault("instance", "")));
    }

    Map<String, String> toMap() {
        return Map.of(
                "pid", Long.toString(pid),
                "startedAt", Long.toString(startedAt.toEpochMilli()),
                "port", Integer.toString(port),
                "fingerprint", fingerprint,
                "instance", instance);
    }

    /** The process, if it is still the one that was started and does anything. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(process -> startOf(process).equals(startedAt))
                .filter(RunningProcess::is);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Instant.ofEpochMilli(start.toEpochMilli()))
                .orElse(Instant.EPOCH);
    }
}
