package dev.producerdiscovery.backend.testing;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The connection pools of this JVM that are registered as MBeans, as those of services on a database for tests are. */
final class Pools {

    private static final String NAMES = "com.zaxxer.hikari:type=Pool (*)";

    private Pools() {}

    /** One sentence for each pool of which connections are taken at this moment. */
    static List<String> inUse() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> inUse = new ArrayList<>();
        try {
            for (ObjectName pool : server.queryNames(new ObjectName(NAMES), null)) {
                int taken = taken(server, pool);
                if (taken > 0) {
                    inUse.add(taken + " of " + pool.getKeyProperty("type"));
                }
            }
        } catch (JMException e) {
            throw new IllegalStateException("The pools' MBeans cannot be read", e);
        }
        return inUse;
    }

    private static int taken(MBeanServer server, ObjectName pool) throws JMException {
        try {
            return (Integer) server.getAttribute(pool, "ActiveConnections");
        } catch (InstanceNotFoundException e) {
            // Closed since it was found.
            return 0;
        }
    }
}
