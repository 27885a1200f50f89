package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.Loopback;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path directory;

    private Path shared;
    private Ports ports;

    @BeforeEach
    void new_fleet() throws IOException {
        shared = Files.createDirectory(directory.resolve("shared"));
        ports = fleet("here");
    }

    private Ports fleet(String name) {
        return new Ports(new FleetHome(directory.resolve(name)), shared);
    }

    @Test
    void a_component_gets_another_port_while_a_stranger_has_its_usual_one_and_then_that_again() throws IOException {
        int usual;
        try (ServerSocket stranger = new ServerSocket(0, 1, Loopback.address())) {
            usual = stranger.getLocalPort();
            assertThat(ports.portFor("catalog", usual, false)).isNotEqualTo(usual);
        }
        assertThat(fleet("here").portFor("catalog", usual, false)).isEqualTo(usual);
    }

    @Test
    void a_component_that_runs_keeps_its_port() throws IOException {
        try (ServerSocket itself = new ServerSocket(0, 1, Loopback.address())) {
            assertThat(ports.portFor("catalog", itself.getLocalPort(), true)).isEqualTo(itself.getLocalPort());
        }
    }

    @Test
    void a_component_that_has_moved_and_runs_stays_where_it_is() throws IOException {
        int moved;
        try (ServerSocket stranger = new ServerSocket(0, 1, Loopback.address())) {
            moved = ports.portFor("catalog", stranger.getLocalPort(), false);
            assertThat(fleet("here").portFor("catalog", stranger.getLocalPort(), true))
                    .isEqualTo(moved);
        }
    }

    @Test
    void two_components_never_share_a_port() throws IOException {
        int first = ports.portFor("catalog", Loopback.freePort(), false);

        assertThat(ports.portFor("monitor", first, false)).isNotEqualTo(first);
    }

    /** None of them listens yet when the others ask. */
    @Test
    void copies_that_start_in_the_same_second_never_get_the_same_port() throws IOException {
        int usual = Loopback.freePort();
        Set<Integer> given = new HashSet<>();
        for (String copy : Set.of("one", "two", "three")) {
            given.add(fleet(copy).portFor("catalog", usual, false));
        }

        assertThat(given).hasSize(3).contains(usual);
    }

    @Test
    void what_a_copy_took_that_no_longer_runs_is_free_again() throws IOException {
        int usual = Loopback.freePort();
        PropertiesFile.write(
                shared.resolve("ports.properties"),
                Map.of(Integer.toString(usual), "1 1 " + directory.resolve("a copy that was deleted")));

        assertThat(ports.portFor("catalog", usual, false)).isEqualTo(usual);
    }
}
