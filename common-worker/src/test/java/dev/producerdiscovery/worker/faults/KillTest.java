package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Maven's profile {@code slow} kills more often and for longer. */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int MESSAGES = Integer.getInteger("messages", 1_000);

    private static final File LOG = new File("target/killed-workers.log");

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);
    private final List<Process> workers = new ArrayList<>();

    @AfterEach
    void close() {
        workers.forEach(Process::destroyForcibly);
        site.close();
    }

    @Test
    void workers_that_are_killed_at_any_instant_lose_nothing_and_double_nothing() throws Exception {
        Flood flood = new Flood(site, MESSAGES / (1 + Flood.CHILDREN)).send();
        start();
        start();

        for (int kill = 1; kill <= KILLS; kill++) {
            long progress = flood.total() * kill / (KILLS + 2);
            soon().atMost(Duration.ofMinutes(5)).pollDelay(Duration.ZERO).until(() -> flood.finished() >= progress);
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(30_000));
            // SIGKILL: no shutdown hook runs.
            workers.removeFirst().destroyForcibly().waitFor();
            start();
        }

        flood.assertExactlyOnce();
    }

    private void start() throws IOException {
        Login login = database.login(PipelineRole.WORKER);
        workers.add(ChildProcess.start(
                KillableWorker.class, LOG, database.address().jdbcUrl(), login.user(), login.password()));
    }
}
