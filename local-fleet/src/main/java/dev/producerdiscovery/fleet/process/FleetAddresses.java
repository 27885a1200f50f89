package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where everything of a running fleet answers.
 *
 * @param simulator the simulator's address; empty when real providers are asked
 * @param services address by module name, of what runs
 */
public record FleetAddresses(Backend backend, String simulator, Map<String, String> services) {

    public String artistDiscovery() {
        return of("artist-discovery-service");
    }

    public String queueMonitor() {
        return of("queue-monitor-service");
    }

    public String catalog() {
        return of("catalog-service");
    }

    private String of(String module) {
        String url = services.get(module);
        if (url == null) {
            throw new FleetException(module + " is not running; ./fleet up starts it, and open runs go on.");
        }
        return url;
    }

    void writeTo(Path file) {
        List<String> lines = new ArrayList<>();
        lines.add("DATABASE_URL='" + backend.ownerUri() + "'");
        lines.add("REDIS_URL='" + backend.redisUrl() + "'");
        services.forEach((module, url) -> lines.add(
                module.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT) + "_URL='" + url + "'"));
        if (!simulator.isEmpty()) {
            lines.add("SIMULATOR_URL='" + simulator + "'");
        }
        try {
            PrivateFiles.write(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
