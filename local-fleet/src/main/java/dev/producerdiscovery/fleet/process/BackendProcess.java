package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.Orphan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL and Redis of the fleet: one process of this module that keeps both, with data that stays. */
final class BackendProcess {

    static final String NAME = "backend";

    private static final String MODULE = "local-fleet";
    private static final String MIGRATIONS = "db-migrations";
    // Below the ports that the system gives to outgoing connections, which would now and then have ours.
    private static final int POSTGRES_PORT = 15_432;
    private static final int REDIS_PORT = 16_379;
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** For a server that lives and has too much to do to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final FleetHome home;
    private final ProcessTable processes;
    private final Launcher launcher;
    private final Ports ports;
    private final Startup startup;
    private final PrintStream out;

    BackendProcess(
            FleetHome home, ProcessTable processes, Launcher launcher, Ports ports, Startup startup, PrintStream out) {
        this.home = home;
        this.processes = processes;
        this.launcher = launcher;
        this.ports = ports;
        this.startup = startup;
        this.out = out;
    }

    Backend ensure() {
        Optional<Backend> current = answering().filter(backend -> !isOutdated(backend));
        if (current.isPresent()) {
            return current.get();
        }
        startup.announce((processes.hasDied(NAME) ? "The database had ended by itself (./fleet logs backend). " : "")
                + "Starting PostgreSQL and Redis (2 s; the very first time about 15 s)");
        stop();
        int postgres = ports.portFor("postgres", POSTGRES_PORT, isOrphaned("postgres/postmaster.pid", "postgres"));
        int redis = ports.portFor("redis", REDIS_PORT, isOrphaned("redis/redis.pid", "redis"));
        Component component = new Component(
                NAME,
                MODULE,
                postgres,
                "",
                Map.of(),
                List.of("-Xmx64m"),
                List.of(NAME, "--home=" + home.root(), "--postgres-port=" + postgres, "--redis-port=" + redis));
        processes.started(NAME, launcher.start(component), postgres, Fingerprint.of(home, component));
        startup.await(() -> List.of(NAME), () -> {
            startup.requireRunning(NAME, postgres, redis);
            return running().isPresent();
        });
        return running().orElseThrow();
    }

    /** @throws EndedWhileStarting when the servers have gone */
    void requireRunning() {
        startup.requireRunning(NAME);
        if (running().isEmpty()) {
            throw new EndedWhileStarting("PostgreSQL or Redis of this fleet does not answer any more.", false);
        }
    }

    /** What runs; when it lives and does not answer it is given some time, because to restart it interrupts everybody. */
    private Optional<Backend> answering() {
        long deadline = System.nanoTime() + ANSWER.toNanos();
        Optional<Backend> backend = running();
        while (backend.isEmpty() && isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            backend = running();
        }
        if (backend.isEmpty() && isAlive()) {
            out.println("PostgreSQL or Redis of this fleet has not answered for " + ANSWER.toSeconds()
                    + " s; both are restarted.");
        }
        return backend;
    }

    private boolean isAlive() {
        return processes.running(NAME).isPresent();
    }

    /** Started by a version in which all roles had one password. */
    private static boolean isOutdated(Backend backend) {
        return backend.rolePasswords().isEmpty();
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
                        "PIPELINE_WORKER_PASSWORD", backend.passwordOf("pipeline_worker"),
                        "PIPELINE_OPERATOR_PASSWORD", backend.passwordOf("pipeline_operator"),
                        "PIPELINE_READER_PASSWORD", backend.passwordOf("pipeline_reader")));
        if (exit != 0) {
            throw new FleetException(
                    "The database migrations failed; nothing was started on the old schema. " + "The last lines of "
                            + home.log(MIGRATIONS) + ":\n" + new ProcessLog(home.log(MIGRATIONS)).tail());
        }
        PropertiesFile.write(marker, Map.of("version", version));
    }

    /** Returns whether any of it ran, be it only a server that outlived the process which started it. */
    boolean stop() {
        boolean ran = processes.stop(NAME, GRACE);
        try {
            // What a killed process left behind would go on writing to data that is said to be at rest.
            ran |= Orphan.end(home.data().resolve("postgres/postmaster.pid"), "postgres", "INT");
            ran |= Orphan.end(home.data().resolve("redis/redis.pid"), "redis", "TERM");
            Files.deleteIfExists(home.backendFile());
            return ran;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot end what is left of " + NAME, e);
        }
    }

    String state() {
        return running()
                .map(backend -> "ready, PostgreSQL " + backend.jdbcUrl() + ", Redis on port "
                        + URI.create(backend.redisUrl()).getPort())
                .orElseGet(() -> isAlive()
                        ? "not ready: PostgreSQL or Redis does not answer"
                        : processes.hasDied(NAME) ? "not running, ended by itself" : "not running");
    }

    Optional<Backend> running() {
        if (!isAlive() || !Files.exists(home.backendFile())) {
            return Optional.empty();
        }
        return Optional.of(Backend.from(PropertiesFile.read(home.backendFile())))
                .filter(BackendCheck::answers);
    }

    /** A server that outlived its killed process has the port; the next start on the data ends it and takes over. */
    private boolean isOrphaned(String pidFile, String program) {
        try {
            return Orphan.find(home.data().resolve(pidFile), program).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }
}
