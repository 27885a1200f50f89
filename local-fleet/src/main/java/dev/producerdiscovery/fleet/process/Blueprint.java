package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.Loopback;
import dev.producerdiscovery.descriptor.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the fleet consists of. */
final class Blueprint {

    /** @param databaseRole what the service may do in the database; empty when it has none */
    record Service(String module, int preferredPort, int heapMegabytes, String databaseRole) {}

    private static final String WORKER = "pipeline_worker";
    private static final String OPERATOR = "pipeline_operator";
    private static final String IMPORTER = "musicbrainz-importer";

    static final Service SIMULATOR = new Service("provider-simulator", 8090, 192, "");

    static final List<Service> SERVICES = Stream.concat(
                    Stream.of(Stage.values()).map(Blueprint::stage),
                    Stream.of(
                            new Service("queue-monitor-service", 8086, 128, OPERATOR),
                            new Service("catalog-service", 8087, 160, WORKER)))
            .toList();

    private Blueprint() {}

    private static Service stage(Stage stage) {
        int heapMegabytes = switch (stage) {
            case TRACK_DISCOVERY -> 160;
            case PRODUCER_IDENTIFICATION -> 256;
            default -> 128;
        };
        return new Service(stage.module(), stage.port(), heapMegabytes, WORKER);
    }

    static Component simulator(int port, Map<String, String> settings) {
        return component(SIMULATOR, port, "/_health", new HashMap<>(settings));
    }

    static Component service(Service service, int port, Backend backend, Map<String, String> providers) {
        Map<String, String> environment = new HashMap<>(providers);
        environment.keySet().removeIf(variable -> !Credentials.mayKnow(service.module(), variable));
        environment.put("SPRING_DATASOURCE_URL", backend.jdbcUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", service.databaseRole());
        environment.put("SPRING_DATASOURCE_PASSWORD", backend.passwordOf(service.databaseRole()));
        environment.put("SPRING_DATA_REDIS_URL", backend.redisUrl());
        return component(service, port, "/actuator/health", environment);
    }

    /** Reads dumps of MusicBrainz into the database, and ends. */
    static Component importer(Backend backend, List<String> files) {
        return new Component(
                IMPORTER,
                IMPORTER,
                0,
                "",
                Map.of(
                        "SPRING_DATASOURCE_URL", backend.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", OPERATOR,
                        "SPRING_DATASOURCE_PASSWORD", backend.passwordOf(OPERATOR)),
                // It works for hours, so the slow compiler pays.
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=4"),
                files);
    }

    private static Component component(Service service, int port, String healthPath, Map<String, String> environment) {
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", Loopback.HOST);
        return new Component(
                service.module(),
                service.module(),
                port,
                healthPath,
                environment,
                List.of("-Xmx" + service.heapMegabytes() + "m"),
                List.of());
    }
}
