package dev.producerdiscovery.benchmarks.pipeline;

import java.util.Map;

/**
 * How everything stood at a moment.
 *
 * @param seconds since before the first artist was asked for
 * @param songs whose makers are identified
 * @param waiting messages of all queues that nobody has ended yet
 * @param components by name, in the order of the report
 * @param othersCpu CPU seconds of all processes that have nothing to do with the pipeline or this program
 */
record Reading(
        double seconds, long songs, long waiting, Map<String, Usage> components, Counters database, double othersCpu) {

    double cpu(String component) {
        return usage(component).cpuSeconds();
    }

    double megabytes(String component) {
        return usage(component).megabytes();
    }

    /** CPU seconds of all components. */
    double cpu() {
        return components.values().stream().mapToDouble(Usage::cpuSeconds).sum();
    }

    private Usage usage(String component) {
        return components.getOrDefault(component, new Usage(0, 0));
    }
}
