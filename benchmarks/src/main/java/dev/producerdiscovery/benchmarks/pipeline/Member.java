package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.benchmarks.measure.CpuTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A component of the fleet.
 *
 * @param processes the number of each; what they have started belongs to them, as PostgreSQL's sessions do
 */
record Member(String name, List<Long> processes) {

    Usage usage() {
        return processes.stream().map(Member::usage).reduce(new Usage(0, 0), Usage::plus);
    }

    /** The sessions that have ended count too: the server that started them waited for them. */
    private static Usage usage(long process) {
        List<ProcessMemory> family = ProcessHandle.of(process).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(handle -> ProcessMemory.of(handle.pid()))
                .toList();
        return new Usage(CpuTime.of(process), ProcessMemory.megabytes(family));
    }
}
