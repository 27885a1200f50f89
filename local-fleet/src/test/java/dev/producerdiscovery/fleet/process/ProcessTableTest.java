package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.producerdiscovery.backend.RunningProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    @TempDir
    private Path directory;

    private FleetHome home;
    private Process process;

    @BeforeEach
    void start_a_process() throws IOException {
        home = new FleetHome(directory);
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end_it() {
        process.destroyForcibly();
    }

    @Test
    void a_started_process_is_recognised_by_a_later_call() {
        new ProcessTable(home).started("worker", new Launched(process, "it"), 8081, "v1");

        assertThat(new ProcessTable(home).running("worker")).hasValueSatisfying(running -> {
            assertThat(running.pid()).isEqualTo(process.pid());
            assertThat(running.fingerprint()).isEqualTo("v1");
        });
    }

    @Test
    void a_killed_process_is_not_running() throws Exception {
        ProcessTable table = new ProcessTable(home);
        table.started("worker", new Launched(process, "it"), 8081, "v1");

        process.destroyForcibly().waitFor();

        assertThat(table.running("worker")).isEmpty();
    }

    @Test
    void a_stranger_with_the_same_pid_is_not_ours_and_is_not_stopped() {
        ProcessTable table = new ProcessTable(home);
        PropertiesFile.write(
                home.run().resolve("worker.process"),
                Map.of("pid", Long.toString(process.pid()), "startedAt", "1", "port", "1", "fingerprint", "v1"));

        assertThat(table.running("worker")).isEmpty();
        assertThat(table.stop("worker", Duration.ofSeconds(5))).isFalse();
        assertThat(process.isAlive()).isTrue();
    }

    /** On Linux the instant of its start moves with the clock; what tells it must not hold one. */
    @Test
    void a_process_is_recognised_when_the_clock_was_set_meanwhile() {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
        String start = ProcessRecord.of(process.toHandle(), 1, "v1", "it").start();

        String byTheClock = Long.toString(
                process.toHandle().info().startInstant().orElseThrow().toEpochMilli());
        assertThat(start).isNotEqualTo(byTheClock).matches("[0-9a-f-]{36}:\\d+");
    }

    @Test
    void a_process_that_an_earlier_version_started_is_recognised() {
        long start = process.toHandle().info().startInstant().orElseThrow().toEpochMilli();
        PropertiesFile.write(
                home.run().resolve("worker.process"),
                Map.of("pid", Long.toString(process.pid()), "startedAt", Long.toString(start), "port", "1"));

        assertThat(new ProcessTable(home).running("worker")).isPresent();
    }

    @Test
    void a_stopped_process_has_ended_when_the_call_returns() {
        ProcessTable table = new ProcessTable(home);
        table.started("worker", new Launched(process, "it"), 8081, "v1");

        assertThat(table.stop("worker", Duration.ofSeconds(5))).isTrue();
        // Java itself notices it a moment later.
        assertThat(RunningProcess.is(process.toHandle())).isFalse();
    }

    /** As in a container whose first process takes no notice of the end of others. */
    @Test
    void a_process_that_has_ended_and_that_nobody_has_noticed_is_not_running() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & echo $!; exec sleep 600").start();
        try (BufferedReader output = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            ProcessRecord record = ProcessRecord.of(child, 1, "v1", "it");

            await().until(() -> record.alive().isEmpty());

            assertThat(child.isAlive()).as("it still has its number").isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }
}
