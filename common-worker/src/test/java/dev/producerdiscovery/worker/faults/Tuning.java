package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.worker.engine.WorkerSettings;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** How engines are set in these tests: so that faults show soon. A test says what it needs otherwise. */
record Tuning(
        int concurrency,
        Duration lease,
        Duration maxHandlingTime,
        int maxAttempts,
        Duration safetyPoll,
        Duration grace,
        int maxDeaths) {

    static final Tuning QUICK = new Tuning(
            8, Duration.ofSeconds(2), Duration.ofSeconds(60), 3, Duration.ofMillis(500), Duration.ofSeconds(5), 3);

    Tuning concurrency(int changed) {
        return new Tuning(changed, lease, maxHandlingTime, maxAttempts, safetyPoll, grace, maxDeaths);
    }

    Tuning lease(Duration changed) {
        return new Tuning(concurrency, changed, maxHandlingTime, maxAttempts, safetyPoll, grace, maxDeaths);
    }

    Tuning maxHandlingTime(Duration changed) {
        return new Tuning(concurrency, lease, changed, maxAttempts, safetyPoll, grace, maxDeaths);
    }

    Tuning maxAttempts(int changed) {
        return new Tuning(concurrency, lease, maxHandlingTime, changed, safetyPoll, grace, maxDeaths);
    }

    Tuning safetyPoll(Duration changed) {
        return new Tuning(concurrency, lease, maxHandlingTime, maxAttempts, changed, grace, maxDeaths);
    }

    Tuning grace(Duration changed) {
        return new Tuning(concurrency, lease, maxHandlingTime, maxAttempts, safetyPoll, changed, maxDeaths);
    }

    Tuning maxDeaths(int changed) {
        return new Tuning(concurrency, lease, maxHandlingTime, maxAttempts, safetyPoll, grace, changed);
    }

    WorkerSettings settings() {
        return new WorkerSettings(
                concurrency,
                50,
                16,
                lease,
                maxHandlingTime,
                maxAttempts,
                Duration.ofMillis(1),
                Duration.ofMillis(20),
                safetyPoll,
                grace,
                DataSize.ofMegabytes(1),
                Duration.ofMinutes(5),
                maxDeaths);
    }
}
