package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives every component its usual port, or a free one when somebody else has it, and the same one again next time. */
final class Ports {

    private final Path file;
    private final Map<String, String> assigned;

    Ports(FleetHome home) {
        this.file = home.run().resolve("ports.properties");
        this.assigned = new HashMap<>(PropertiesFile.read(file));
    }

    /** @param inUseByUs whether the component runs already, so that its port is rightly taken */
    int portFor(String name, int preferred, boolean inUseByUs) {
        int port = Integer.parseInt(assigned.getOrDefault(name, Integer.toString(preferred)));
        if (!inUseByUs && (isTaken(port) || othersOf(name).contains(port))) {
            port = free();
        }
        assigned.put(name, Integer.toString(port));
        PropertiesFile.write(file, assigned);
        return port;
    }

    private Set<Integer> othersOf(String name) {
        Set<Integer> others = new HashSet<>();
        assigned.forEach((other, port) -> {
            if (!other.equals(name)) {
                others.add(Integer.valueOf(port));
            }
        });
        return others;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static int free() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new FleetException("No free port on the loopback interface", e);
        }
    }
}
