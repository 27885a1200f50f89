package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.descriptor.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param artists of the simulated catalogue; all that have music of their own are asked for
 * @param copies further processes of a stage, beside the one that each has
 * @param latencyMillis that the simulator takes for each answer
 * @param slots messages that each process has in hand at a time; null for what the services have by themselves
 */
record RunSettings(
        int artists,
        Map<Stage, Integer> copies,
        int latencyMillis,
        @Nullable Integer slots) {

    RunSettings {
        if (artists < 1 || latencyMillis < 0 || (slots != null && slots < 1)) {
            throw new IllegalArgumentException("At least one artist and one slot, and no latency below 0");
        }
        copies.forEach((stage, number) -> {
            if (number < 0) {
                throw new IllegalArgumentException("There are no " + number + " copies of " + stage.queue());
            }
        });
    }

    /** What the fleet is told. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SIMULATOR_SIZE", Integer.toString(artists));
        environment.put("SIMULATOR_LATENCY_MS", Integer.toString(latencyMillis));
        if (slots != null) {
            environment.put("PRODUCER_DISCOVERY_WORKER_CONCURRENCY", slots.toString());
        }
        return environment;
    }

    /** For the head of the report. */
    String describe() {
        List<String> parts = new ArrayList<>();
        parts.add(artists + " artists in the simulated catalogue");
        parts.add("answers of providers after " + latencyMillis + " ms");
        parts.add(slots == null ? "slots as the services have them" : slots + " slots a process");
        copies.forEach((stage, number) -> parts.add((number + 1) + " processes of " + stage.queue()));
        return String.join(", ", parts);
    }

    /** @param name of the queue, of the service, or the short one that people read, in any case */
    static Stage stage(String name) {
        for (Stage stage : Stage.values()) {
            for (String known : List.of(stage.queue(), stage.module(), stage.shortName())) {
                if (known.equalsIgnoreCase(name)) {
                    return stage;
                }
            }
        }
        throw new IllegalArgumentException("no such stage: " + name);
    }
}
