package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path directory;

    private Ports ports;

    @BeforeEach
    void new_fleet() {
        ports = new Ports(new FleetHome(directory));
    }

    @Test
    void a_component_gets_another_port_when_a_stranger_has_its_usual_one() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.portFor("catalog", stranger.getLocalPort(), false)).isNotEqualTo(stranger.getLocalPort());
        }
    }

    @Test
    void a_component_that_runs_keeps_its_port() throws IOException {
        try (ServerSocket itself = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.portFor("catalog", itself.getLocalPort(), true)).isEqualTo(itself.getLocalPort());
        }
    }

    @Test
    void a_component_gets_the_same_port_next_time() {
        int first = ports.portFor("catalog", 0, true);

        assertThat(new Ports(new FleetHome(directory)).portFor("catalog", 1, true))
                .isEqualTo(first);
    }

    @Test
    void two_components_never_share_a_port() {
        int first = ports.portFor("catalog", 45_871, false);

        assertThat(ports.portFor("monitor", first, false)).isNotEqualTo(first);
    }
}
