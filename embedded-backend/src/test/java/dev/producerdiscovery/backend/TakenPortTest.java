package dev.producerdiscovery.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of somebody else on our port must never be taken for ours. */
class TakenPortTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path otherFolder;

    @Test
    void another_copys_servers_on_the_ports_are_told_and_left_alone() throws SQLException {
        try (EmbeddedBackend other = EmbeddedBackend.start(BackendOptions.keptIn(otherFolder))) {
            int postgres = other.database().port();
            int redis = URI.create(other.redisUrl()).getPort();
            BackendOptions here = BackendOptions.keptIn(folder);

            assertThatThrownBy(() -> EmbeddedBackend.start(here.onPorts(postgres, 0)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("PostgreSQL did not start: on port " + postgres)
                    .hasMessageContaining("Address already in use");
            assertThatThrownBy(() -> EmbeddedBackend.start(here.onPorts(0, redis)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("Redis did not start: on port " + redis)
                    .hasMessageContaining("Address already in use");

            other.dataSource(other.owner()).getConnection().close();
        }
    }

    @Test
    void a_program_that_only_holds_the_port_is_told_at_once() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, Loopback.address())) {
            long before = System.nanoTime();
            assertThatThrownBy(() ->
                            EmbeddedBackend.start(BackendOptions.keptIn(folder).onPorts(stranger.getLocalPort(), 0)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("Address already in use");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        }
    }
}
