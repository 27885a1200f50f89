package dev.producerdiscovery.benchmarks.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All measures, by what they are called on the command line. */
final class Measures {

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Measures() {}

    /** @param scale multiplies the numbers of jobs */
    static Map<String, List<Measure>> all(double scale) {
        Map<String, List<Measure>> measures = new LinkedHashMap<>();
        measures.put(
                "enqueue",
                List.of(
                        new Enqueueing("enqueue one by one", 1, scaled(3_000, scale)),
                        new Enqueueing("enqueue in hundreds", 100, scaled(10_000, scale))));
        measures.put(
                "drain",
                List.of(
                        new Draining("drain, batch 1", 1, scaled(1_200, scale), 0, false),
                        new Draining("drain, batch 10", 10, scaled(8_000, scale), 0, false),
                        new Draining("drain, batch 100", 100, scaled(24_000, scale), scaled(4_000, scale), false)));
        measures.put("latency", List.of(new Latency("latency", scaled(300, scale), 25, false)));
        measures.put("idle", List.of(new Idling("idle", IDLE)));
        measures.put(
                "parked",
                List.of(new Parking(
                        "parked",
                        scaled(100_000, scale),
                        List.of(
                                new Draining(
                                        "drain, batch 10, behind parked",
                                        10,
                                        scaled(3_000, scale),
                                        scaled(3_000, scale),
                                        true),
                                new Latency("latency, behind parked", scaled(300, scale), 25, true)))));
        measures.put("kill", List.of(new Killing("one of two killed", scaled(4_000, scale), PATIENCE)));
        return measures;
    }

    private static int scaled(int count, double scale) {
        return Math.max(10, (int) Math.round(count * scale));
    }
}
