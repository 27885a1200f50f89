package dev.producerdiscovery.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.endtoend.RunningFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten minutes in Maven's profile {@code slow}, with {@code -Dsoak.minutes=60} an hour. For Linux: that is where processes
 * tell of themselves.
 */
@Tag("soak")
class FleetSoakIT {

    /** For the runs that were posted last. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Path FOLDER = Path.of("target", "soak").toAbsolutePath();

    private final Plan plan = Plan.ofSystemProperties();
    private final RunningFleet fleet = RunningFleet.get();
    private final Findings findings = new Findings();
    private final Browser browser = new Browser();
    private final Restarts restarts = new Restarts(fleet, findings);
    private final Connections connections = new Connections(fleet.database(), browser);
    private final Posting posting = new Posting(fleet, plan.artists(), restarts, findings, browser);
    private final Walk walk = new Walk(
            fleet.addresses().services(),
            new Leads(new RealIds(fleet.database(), posting::latest)),
            restarts,
            findings,
            browser);
    private final Sampling sampling = new Sampling(fleet, new Jcmd(FOLDER), connections, restarts, findings);
    private final Report report = new Report(FOLDER);
    private final Rhythm rhythm = new Rhythm(findings);

    FleetSoakIT() throws IOException {}

    @AfterEach
    void stop() {
        rhythm.close();
    }

    @Test
    void a_fleet_that_worked_for_long_holds_no_more_than_before() throws InterruptedException {
        Instant end = Instant.now().plus(plan.duration());
        rhythm.evenly(plan.betweenArtists(), "Posting", posting::next);
        rhythm.every(Duration.ofSeconds(5), "Looking at the runs", posting::look);
        rhythm.every(Plan.WALK, "Walking", walk::round);
        rhythm.every(plan.betweenSamples(), "Sampling", sampling::sample);
        rhythm.every(Duration.ofMinutes(1), "Reporting", () -> report.minute(posting, walk, sampling.samples()));
        for (Plan.Restart restart : Plan.RESTARTS) {
            rhythm.after(plan.until(restart), "Restarting " + restart.service(), () -> restarts.restart(restart));
        }

        await().atMost(plan.duration().plus(PATIENCE))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> sampling.lostOne() || Instant.now().isAfter(end));
        List<Flatness> verdicts = Flatness.of(List.copyOf(sampling.samples())).stream()
                .filter(plan::tellsOf)
                .toList();
        check(() -> sampling.lostOne() || posting.allEnded(), "Some runs did not end");
        rhythm.end(PATIENCE);
        check(() -> sampling.lostOne() || isAtRest(), "At rest a connection or a message is still in somebody's hands");
        judge(verdicts);
        report.end(posting, walk, sampling.samples(), verdicts, findings.all());

        assertThat(findings.all()).as("what was not as it should be").isEmpty();
    }

    private void check(Callable<Boolean> condition, String otherwise) {
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            findings.add(otherwise);
        }
    }

    private boolean isAtRest() throws IOException {
        for (String url : fleet.addresses().services().values()) {
            if (connections.pool(url).taken() > 0) {
                return false;
            }
        }
        return fleet.waitingMessages() == 0;
    }

    private void judge(List<Flatness> verdicts) {
        verdicts.stream().filter(verdict -> !verdict.isFlat()).forEach(verdict -> findings.add(verdict.toString()));
        walk.neverAnswered().forEach(shape -> findings.add(shape + " was never answered well"));
        if (fleet.deadLetters() > 0) {
            findings.add(fleet.deadLetters() + " messages are dead letters");
        }
        LogLines.toLookAt(fleet.home().logs()).forEach(findings::add);
        // PostgreSQL's and Redis' own.
        LogLines.toLookAt(fleet.home().data()).forEach(findings::add);
    }
}
