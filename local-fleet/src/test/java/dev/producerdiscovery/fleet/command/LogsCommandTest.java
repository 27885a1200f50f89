package dev.producerdiscovery.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {

    private static final List<String> KNOWN = List.of("backend", "catalog-service", "queue-monitor-service");

    @TempDir
    private Path folder;

    private FleetHome home;

    @BeforeEach
    void home() {
        home = new FleetHome(folder.resolve(".fleet"));
    }

    @Test
    void before_anything_has_run_it_says_how_to_start() {
        assertThatThrownBy(() -> LogsCommand.files(home, KNOWN, List.of()))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("./fleet up");
    }

    @Test
    void the_logs_of_a_stopped_fleet_are_shown() throws IOException {
        Path log = written("catalog-service");

        assertThat(LogsCommand.files(home, KNOWN, List.of())).containsExactly(log);
        assertThat(LogsCommand.files(home, KNOWN, List.of("catalog-service"))).containsExactly(log);
    }

    @Test
    void an_unknown_name_is_answered_with_the_nearest_and_all_others() throws IOException {
        written("catalog-service");

        assertThatThrownBy(() -> LogsCommand.files(home, KNOWN, List.of("catalgo-service")))
                .hasMessageContaining("Did you mean ./fleet logs catalog-service?")
                .hasMessageContaining("There are: backend, catalog-service, queue-monitor-service");
        assertThatThrownBy(() -> LogsCommand.files(home, KNOWN, List.of("monitor")))
                .hasMessageContaining("Did you mean ./fleet logs queue-monitor-service?");
        assertThatThrownBy(() -> LogsCommand.files(home, KNOWN, List.of("zzz")))
                .hasMessageNotContaining("Did you mean");
    }

    @Test
    void a_process_that_has_not_run_yet_is_told_from_one_that_does_not_exist() throws IOException {
        written("catalog-service");

        assertThatThrownBy(() -> LogsCommand.files(home, KNOWN, List.of("backend")))
                .hasMessageContaining("backend has written no log yet");
    }

    private Path written(String name) throws IOException {
        return Files.writeString(home.log(name), "a line");
    }
}
