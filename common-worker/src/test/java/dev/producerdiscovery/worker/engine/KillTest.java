package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code -Dkills=100 -Dmessages=10000} makes a long run of it. */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int MESSAGES = Integer.getInteger("messages", 300);

    private static final File LOG = new File("target/killed-workers.log");

    private final WorkerBench bench = new WorkerBench();
    private final Deque<Process> workers = new ArrayDeque<>();

    @AfterEach
    void close() {
        workers.forEach(Process::destroyForcibly);
        bench.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(5));
    }

    @Test
    void workers_that_are_killed_at_any_instant_lose_nothing_and_double_nothing() throws IOException {
        bench.sendNumbered(MESSAGES);
        workers.add(started());
        workers.add(started());

        for (int kill = 1; kill <= KILLS; kill++) {
            long progress = (long) MESSAGES * kill / (KILLS + 2);
            soon().until(() -> bench.archived(WorkerBench.QUEUE) >= progress);
            // SIGKILL: no shutdown hook runs.
            workers.removeFirst().destroyForcibly();
            workers.add(started());
        }

        soon().until(() -> bench.waiting(WorkerBench.QUEUE) == 0);
        assertThat(bench.effects()).hasSize(MESSAGES).doesNotHaveDuplicates();
        assertThat(bench.waiting(WorkerBench.NEXT)).isEqualTo(MESSAGES);
        assertThat(bench.archived(WorkerBench.QUEUE)).isEqualTo(MESSAGES);
        assertThat(bench.dead(WorkerBench.QUEUE)).isZero();
    }

    private Process started() throws IOException {
        Login login = bench.database().login(PipelineRole.WORKER);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KillableWorker.class.getName(),
                        bench.database().address().jdbcUrl(),
                        login.user(),
                        login.password())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                .start();
    }
}
