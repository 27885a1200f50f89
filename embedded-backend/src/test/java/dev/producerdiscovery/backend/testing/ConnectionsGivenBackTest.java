package dev.producerdiscovery.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // counts the connections of the whole JVM
class ConnectionsGivenBackTest {

    /** As HikariCP's, which does not lie beside this module. */
    public interface Pool {
        int getActiveConnections();
    }

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void a_connection_that_is_not_closed_is_noticed() throws Exception {
        try (Connection taken = DATABASE.worker().getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            assertThat(TakenConnections.notClosed())
                    .singleElement()
                    .satisfies(where -> assertThat(where).hasStackTraceContaining("that_is_not_closed_is_noticed"));
        }
        assertThat(TakenConnections.notClosed()).isEmpty();
    }

    @Test
    void a_pool_of_which_a_connection_is_taken_is_noticed() throws Exception {
        ObjectName name = new ObjectName("com.zaxxer.hikari:type=Pool (of this test)");
        Pool pool = () -> 2;
        ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean(pool, Pool.class), name);
        try {
            assertThat(Pools.inUse()).containsExactly("2 of Pool (of this test)");
        } finally {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        }
        assertThat(Pools.inUse()).isEmpty();
    }
}
