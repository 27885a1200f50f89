package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL and Redis of the fleet: one process of this module that keeps both, with data that stays. */
final class BackendProcess {

    static final String NAME = "backend";

    private static final String MODULE = "local-fleet";
    private static final String MIGRATIONS = "db-migrations";
    private static final int POSTGRES_PORT = 54329;
    private static final int REDIS_PORT = 63799;
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 1_000;

    private final FleetHome home;
    private final ProcessTable processes;
    private final Launcher launcher;
    private final Ports ports;
    private final Startup startup;

    BackendProcess(FleetHome home, ProcessTable processes, Launcher launcher, Ports ports, Startup startup) {
        this.home = home;
        this.processes = processes;
        this.launcher = launcher;
        this.ports = ports;
        this.startup = startup;
    }

    Backend ensure() {
        Optional<Backend> current = running();
        if (current.isPresent()) {
            return current.get();
        }
        startup.announce((processes.hasDied(NAME) ? "The database had ended by itself (./fleet logs backend). " : "")
                + "Starting PostgreSQL and Redis (2 s; the very first time about 15 s)");
        stop();
        int postgres = ports.portFor("postgres", POSTGRES_PORT, isOrphaned("postgres/postmaster.pid"));
        int redis = ports.portFor("redis", REDIS_PORT, isOrphaned("redis/redis.pid"));
        Component component = new Component(
                NAME,
                MODULE,
                postgres,
                "",
                Map.of(),
                List.of("-Xmx64m"),
                List.of(NAME, "--home=" + home.root(), "--postgres-port=" + postgres, "--redis-port=" + redis));
        processes.started(NAME, launcher.start(component), postgres, Fingerprint.of(home, component));
        startup.await("PostgreSQL and Redis", () -> {
            startup.requireRunning(NAME);
            return running().isPresent();
        });
        return running().orElseThrow();
    }

    /** Brings the schema up to date; skipped when this version of the migrations already ran on this data. */
    void migrate(Backend backend) {
        var marker = home.data().resolve("migrated.properties");
        String version = Fingerprint.applicationOf(home, MIGRATIONS);
        if (version.equals(PropertiesFile.read(marker).get("version"))) {
            return;
        }
        startup.announce("Bringing the database's tables up to date (some seconds)");
        int exit = launcher.run(
                MIGRATIONS,
                MIGRATIONS,
                Map.of(
                        "SPRING_DATASOURCE_URL", backend.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", backend.ownerUser(),
                        "SPRING_DATASOURCE_PASSWORD", backend.password(),
                        "PIPELINE_WORKER_PASSWORD", backend.password(),
                        "PIPELINE_OPERATOR_PASSWORD", backend.password(),
                        "PIPELINE_READER_PASSWORD", backend.password()));
        if (exit != 0) {
            throw new FleetException("The database migrations failed; nothing was started on the old schema. "
                    + "The last lines of " + home.log(MIGRATIONS) + ":\n" + Startup.tail(home.log(MIGRATIONS)));
        }
        PropertiesFile.write(marker, Map.of("version", version));
    }

    void stop() {
        processes.stop(NAME, GRACE);
        try {
            Files.deleteIfExists(home.backendFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + home.backendFile(), e);
        }
    }

    String state() {
        return running()
                .map(backend -> "ready, PostgreSQL " + backend.jdbcUrl() + ", Redis " + backend.redisUrl())
                .orElseGet(() -> processes.running(NAME).isPresent()
                        ? "not ready: PostgreSQL or Redis does not answer"
                        : processes.hasDied(NAME) ? "not running, ended by itself" : "not running");
    }

    Optional<Backend> running() {
        if (processes.running(NAME).isEmpty() || !Files.exists(home.backendFile())) {
            return Optional.empty();
        }
        Backend backend = Backend.from(PropertiesFile.read(home.backendFile()));
        URI postgres = URI.create(backend.jdbcUrl().substring("jdbc:".length()));
        URI redis = URI.create(backend.redisUrl());
        return Optional.of(backend).filter(it -> accepts(postgres.getPort()) && accepts(redis.getPort()));
    }

    /** A server that outlived its killed process has the port; the next start on the data ends it and takes over. */
    private boolean isOrphaned(String pidFile) {
        Path file = home.data().resolve(pidFile);
        try {
            return Files.exists(file)
                    && ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).getFirst().strip()))
                            .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
