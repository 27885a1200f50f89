package dev.producerdiscovery.endtoend.soak;

import dev.producerdiscovery.endtoend.RunningFleet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Restarts single services, and knows who was away when. */
final class Restarts {

    private static final Duration GRACE = Duration.ofSeconds(40);

    private record Absence(String service, Instant from, Instant until) {}

    private final RunningFleet fleet;
    private final Findings findings;
    private final List<Absence> absences = new CopyOnWriteArrayList<>();

    Restarts(RunningFleet fleet, Findings findings) {
        this.fleet = fleet;
        this.findings = findings;
    }

    /** One at a time, because of two programs that start a fleet one waits. */
    synchronized void restart(Plan.Restart restart) {
        Absence open = new Absence(restart.service(), Instant.now(), Instant.MAX);
        absences.add(open);
        try {
            if (restart.gently()) {
                stop(restart.service());
            } else {
                fleet.kill(restart.service());
            }
            fleet.up();
        } finally {
            absences.add(new Absence(restart.service(), open.from(), Instant.now()));
            absences.remove(open);
        }
    }

    private void stop(String service) {
        fleet.process(service).ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS).join();
            } catch (RuntimeException e) {
                findings.add(service + " did not stop within " + GRACE.toSeconds() + " s");
                process.destroyForcibly();
                process.onExit().join();
            }
        });
    }

    /** Whether the service was being restarted at any time between the two. */
    boolean wasAway(String service, Instant from, Instant until) {
        return absences.stream()
                .anyMatch(absence -> absence.service().equals(service)
                        && absence.from().isBefore(until)
                        && absence.until().isAfter(from));
    }
}
