package dev.producerdiscovery.benchmarks.pipeline;

/**
 * What a component has used up to a moment, all its processes together.
 *
 * @param cpuSeconds since its start
 * @param megabytes of memory at the moment
 */
record Usage(double cpuSeconds, double megabytes) {

    Usage plus(Usage other) {
        return new Usage(cpuSeconds + other.cpuSeconds, megabytes + other.megabytes);
    }
}
