package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.Loopback;
import dev.producerdiscovery.backend.UserCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives every component its usual port, or while somebody else has that, another one. What listens there in the end is
 * compared with what was started: a program that is none of our copies may still be quicker.
 */
final class Ports {

    private static final int COPY = 100;
    private static final int LAST_PORT = 65_535;
    private static final int ATTEMPTS = 100;

    private final Path file;
    private final PortClaims claims;
    private final Map<String, String> assigned;

    Ports(FleetHome home) {
        this(home, sharedFolder());
    }

    /** @param shared by all copies of this user */
    Ports(FleetHome home, Path shared) {
        this.file = home.run().resolve("ports.properties");
        this.claims = new PortClaims(shared, home);
        this.assigned = new HashMap<>(PropertiesFile.read(file));
    }

    /** @param inUseByUs whether the component runs already, so that its port is rightly taken */
    int portFor(String name, int preferred, boolean inUseByUs) {
        int last = Integer.parseInt(assigned.getOrDefault(name, Integer.toString(preferred)));
        int port;
        if (inUseByUs) {
            port = last;
            claims.claim(port, any -> true);
        } else if (claims.claim(preferred, candidate -> isFree(name, candidate))) {
            port = preferred;
        } else if (claims.claim(last, candidate -> isFree(name, candidate))) {
            port = last;
        } else {
            port = another(name, preferred);
        }
        assigned.put(name, Integer.toString(port));
        PropertiesFile.write(file, assigned);
        return port;
    }

    /**
     * Copies beside each other have ports a hundred apart, as long as those are free. Any free port is the last resort: the
     * system gives such ports to outgoing connections too, and may be quicker.
     */
    private int another(String name, int preferred) {
        for (int port = preferred + COPY; port <= LAST_PORT; port += COPY) {
            if (claims.claim(port, candidate -> isFree(name, candidate))) {
                return port;
            }
        }
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int port = Loopback.freePort();
                if (claims.claim(port, candidate -> isFree(name, candidate))) {
                    return port;
                }
            }
        } catch (IOException e) {
            throw new FleetException("No free port on the loopback interface", e);
        }
        throw new FleetException("No free port on the loopback interface after " + ATTEMPTS + " attempts");
    }

    private boolean isFree(String name, int port) {
        return !Loopback.isTaken(port)
                && assigned.entrySet().stream()
                        .noneMatch(other ->
                                !other.getKey().equals(name) && other.getValue().equals(Integer.toString(port)));
    }

    private static Path sharedFolder() {
        try {
            return UserCache.folder();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place to write down which ports are taken", e);
        }
    }
}
