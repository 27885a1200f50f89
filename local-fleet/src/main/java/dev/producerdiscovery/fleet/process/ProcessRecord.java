package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.RunningProcess;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a later call of the command recognises a process it started before.
 *
 * @param start tells the process from a stranger that was given the same pid later, see {@link RunningProcess#identity}
 * @param fingerprint changes with the application and its settings; holds no secret in the clear
 * @param instance what the process says of itself when it is asked, so that another's answer is not taken for its own
 */
record ProcessRecord(long pid, String start, int port, String fingerprint, String instance) {

    static ProcessRecord of(ProcessHandle process, int port, String fingerprint, String instance) {
        return new ProcessRecord(process.pid(), RunningProcess.identity(process), port, fingerprint, instance);
    }

    static Optional<ProcessRecord> from(Map<String, String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProcessRecord(
                Long.parseLong(values.getOrDefault("pid", "-1")),
                values.getOrDefault("startedAt", "unknown"),
                Integer.parseInt(values.getOrDefault("port", "0")),
                values.getOrDefault("fingerprint", ""),
                values.getOrDefault("instance", "")));
    }

    Map<String, String> toMap() {
        return Map.of(
                "pid", Long.toString(pid),
                "startedAt", start,
                "port", Integer.toString(port),
                "fingerprint", fingerprint,
                "instance", instance);
    }

    /** The process, if it is still the one that was started and does anything. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(process -> start.equals(RunningProcess.identity(process)) || start.equals(instantOf(process)))
                .filter(RunningProcess::is);
    }

    /** As earlier versions wrote it down. */
    private static String instantOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(Object::toString)
                .orElse("");
    }
}
