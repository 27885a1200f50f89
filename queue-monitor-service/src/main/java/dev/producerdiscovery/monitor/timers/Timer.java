package dev.producerdiscovery.monitor.timers;

import java.time.Duration;
import java.util.function.Function;

/**
 * A named job.
 *
 * @param work does it for what is older than the threshold, and tells what it did
 */
record Timer(String name, String schedule, Duration threshold, Function<Duration, String> work) {

    static Timer of(String name, Job job, Function<Duration, String> work) {
        return new Timer(name, job.schedule(), job.threshold(), work);
    }

    String run() {
        return work.apply(threshold);
    }
}
