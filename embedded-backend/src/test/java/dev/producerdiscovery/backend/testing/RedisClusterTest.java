package dev.producerdiscovery.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.Loopback;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisClusterTest {

    @Test
    void a_cluster_leaves_nobody_behind() {
        List<Integer> ports;
        try (RedisCluster cluster = RedisCluster.start()) {
            ports = cluster.ports();
            assertThat(ports).hasSize(3).allMatch(Loopback::isTaken);
        }

        assertThat(ports).noneMatch(Loopback::isTaken);
    }
}
