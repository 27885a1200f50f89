package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet that runs with somebody's keys meets commands of a shell that has none. */
class OtherShellTest {

    private static final Map<String, String> KEYS =
            Map.of("SPOTIFY_CLIENT_ID", "an-invented-id", "SPOTIFY_CLIENT_SECRET", "an-invented-secret");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private FleetHome home;
    private Process monitor;

    @BeforeEach
    void a_fleet_runs_with_keys() throws IOException {
        home = new FleetHome(directory);
        monitor = new ProcessBuilder("sleep", "600").start();
        new ProcessTable(home).started("queue-monitor-service", new Launched(monitor, "it"), 8086, "v1");
        StartedWith.in(home).remember(new ProviderEnvironment(KEYS));
    }

    @AfterEach
    void end_it() {
        monitor.destroyForcibly();
    }

    @Test
    void a_fleet_that_was_stopped_for_a_while_is_not_started_with_other_settings() {
        AtomicBoolean worked = new AtomicBoolean();

        fleet(Map.of()).whileStopped(() -> worked.set(true));

        assertThat(worked).isTrue();
        assertThat(monitor.isAlive()).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("stays stopped")
                .contains("./fleet up");
    }

    @Test
    void it_is_started_with_those_that_it_ran_with() {
        assertThatThrownBy(() -> fleet(KEYS).whileStopped(() -> {}))
                .as("here are no applications to start")
                .isInstanceOf(FleetException.class);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("stays stopped");
    }

    @Test
    void a_fleet_that_runs_is_found_as_it_is() {
        assertThatThrownBy(() -> fleet(Map.of()).found()).hasMessageContaining("database is not running");
        assertThat(monitor.isAlive()).isTrue();
    }

    @Test
    void another_catalogue_than_it_ran_with_is_told() {
        ProviderEnvironment contact = new ProviderEnvironment(Map.of("MUSICBRAINZ_CONTACT", "me@example.org"));
        StartedWith before = StartedWith.in(home);

        assertThat(before.change(new ProviderEnvironment(KEYS))).isEmpty();
        assertThat(before.change(contact)).get().asString().contains("is MusicBrainz", "was Spotify");
        assertThatThrownBy(() -> fleet(Map.of()).up()).isInstanceOf(FleetException.class);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("From now on the catalogue is the simulator")
                .contains("it was Spotify");
        assertThat(before.change(contact)).get().asString().contains("was the simulator");
    }

    @Test
    void no_key_is_written_down_in_the_clear() throws IOException {
        assertThat(Files.readString(StartedWith.in(home).file())).doesNotContain("invented");
    }

    private Fleet fleet(Map<String, String> environment) {
        return new Fleet(home, environment, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
