package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.BackendException;
import dev.producerdiscovery.backend.Loopback;
import dev.producerdiscovery.backend.PrivateFiles;
import dev.producerdiscovery.backend.RedisProgram;
import dev.producerdiscovery.backend.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Masters of Redis that share the slots, for tests of what must work on a cluster. They end with {@link #close()} or with
 * the JVM.
 *
 * <p>It is as strict as one that is managed by others: its user has a name, may touch no keys but ours, and may give no
 * command but those that docs/operating.md asks for.
 */
public final class RedisCluster implements AutoCloseable {

    private static final String USER = "fleet";
    private static final String PASSWORD = "of-the-fleet";

    /** As docs/operating.md has it. */
    private static final String ALLOWED =
            "~producer-discovery:* -@all +hello +auth +ping +client|setname +client|setinfo"
                    + " +get +set +psetex +del +eval +evalsha +cluster|nodes +info";

    private static final int SLOTS = 16_384;

    /** Between a port and the one on which nodes talk to each other. */
    private static final int BUS = 10_000;

    private static final int HIGHEST_PORT = 65_535;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final List<Integer> ports;
    private final @Nullable TestCertificate certificate;
    private final List<Process> masters = new ArrayList<>();
    private final Thread endWithJvm = new Thread(this::stop, "stop-redis-cluster");

    private RedisCluster(Path folder, List<Integer> ports, @Nullable TestCertificate certificate) {
        this.folder = folder;
        this.ports = ports;
        this.certificate = certificate;
    }

    /** Three masters; takes some two seconds, as a cluster waits for so long before it serves. */
    public static RedisCluster start() {
        return start(3, false);
    }

    /** With TLS and a certificate of its own; of one master, so that it serves as a single server as well. */
    public static RedisCluster encrypted() {
        return start(1, true);
    }

    private static RedisCluster start(int masters, boolean encrypted) {
        for (int attempt = 1; ; attempt++) {
            try {
                Path folder = Files.createTempDirectory("redis-cluster");
                RedisCluster cluster =
                        new RedisCluster(folder, freePorts(masters), encrypted ? TestCertificate.in(folder) : null);
                Runtime.getRuntime().addShutdownHook(cluster.endWithJvm);
                try {
                    cluster.startMasters();
                    return cluster;
                } catch (IOException | RuntimeException e) {
                    cluster.close();
                    throw e;
                }
            } catch (IOException e) {
                // Somebody else may have taken a port since it was free.
                if (attempt == ATTEMPTS) {
                    throw new BackendException("The cluster of Redis did not start", e);
                }
            }
        }
    }

    /** Connects a service as it connects in production. */
    public Map<String, Object> springProperties() {
        Map<String, Object> properties = tls();
        properties.put(
                "spring.data.redis.cluster.nodes",
                IntStream.range(0, ports.size()).mapToObj(this::address).collect(Collectors.joining(",")));
        properties.put("spring.data.redis.username", USER);
        properties.put("spring.data.redis.password", PASSWORD);
        return properties;
    }

    /** Connects a service that takes the first master for a single server. */
    public Map<String, Object> springPropertiesOfOne() {
        Map<String, Object> properties = tls();
        properties.put(
                "spring.data.redis.url",
                (certificate == null ? "redis" : "rediss") + "://" + USER + ":" + PASSWORD + "@" + address(0));
        return properties;
    }

    private Map<String, Object> tls() {
        Map<String, Object> properties = new HashMap<>();
        if (certificate != null) {
            properties.put("spring.data.redis.ssl.bundle", "redis");
            properties.put(
                    "spring.ssl.bundle.pem.redis.truststore.certificate",
                    certificate.certificate().toUri().toString());
        }
        return properties;
    }

    List<Integer> ports() {
        return ports;
    }

    private String address(int master) {
        return Loopback.HOST + ":" + ports.get(master);
    }

    private void startMasters() throws IOException {
        Path program = RedisProgram.unpacked();
        for (int master = 0; master < ports.size(); master++) {
            Path own = PrivateFiles.folder(folder.resolve("master-" + master));
            PrivateFiles.write(own.resolve("nodes.conf"), nodesAsKnownTo(master));
            PrivateFiles.write(own.resolve("redis.conf"), configuration(master));
            masters.add(new ProcessBuilder(program.toString(), "redis.conf")
                    .directory(own.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log(master).toFile())
                    .start());
        }
        for (int master = 0; master < ports.size(); master++) {
            awaitServing(master);
        }
    }

    private String configuration(int master) {
        return """
                bind %s
                %s
                user default off
                user %s on >%s %s
                cluster-enabled yes
                cluster-config-file nodes.conf
                save ""
                """.formatted(Loopback.HOST, listening(ports.get(master)), USER, PASSWORD, ALLOWED);
    }

    private String listening(int port) {
        return certificate == null
                ? "port " + port
                : """
                port 0
                tls-port %d
                tls-cluster yes
                tls-auth-clients no
                tls-key-file "%s"
                tls-cert-file "%s"
                tls-ca-cert-file "%s"\
                """.formatted(port, certificate.key(), certificate.certificate(), certificate.certificate());
    }

    /**
     * What the masters would have written down of a cluster that was made before, so that nobody has to make one.
     *
     * @see <a href="https://redis.io/docs/latest/commands/cluster-nodes/">the lines</a>
     */
    private String nodesAsKnownTo(int self) {
        return IntStream.range(0, ports.size())
                .mapToObj(master -> "%040x %s@%d %smaster - 0 0 %d connected %d-%d\n"
                        .formatted(
                                master + 1,
                                address(master),
                                ports.get(master) + BUS,
                                master == self ? "myself," : "",
                                master + 1,
                                SLOTS * master / ports.size(),
                                SLOTS * (master + 1) / ports.size() - 1))
                .collect(Collectors.joining("", "", "vars currentEpoch " + ports.size() + " lastVoteEpoch 0\n"));
    }

    private void awaitServing(int master) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log(master)).contains("Cluster state changed: ok")) {
            if (!masters.get(master).isAlive() || System.nanoTime() > deadline) {
                throw new IOException(address(master) + " does not serve: " + Files.readString(log(master)));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Path log(int master) {
        return folder.resolve("master-" + master + ".log");
    }

    /** With room for the other port of each. */
    private static List<Integer> freePorts(int masters) throws IOException {
        TreeSet<Integer> found = new TreeSet<>();
        while (found.size() < masters) {
            int port = Loopback.freePort();
            if (port + BUS <= HIGHEST_PORT && !Loopback.isTaken(port + BUS)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(endWithJvm);
        } catch (IllegalStateException e) {
            // The JVM is ending and stops them itself; to do it here too does no harm.
        }
        stop();
    }

    private synchronized void stop() {
        masters.forEach(Process::destroy);
        for (Process master : masters) {
            if (!RunningProcess.awaitEnd(master.toHandle(), PATIENCE)) {
                master.destroyForcibly();
            }
        }
        try {
            PrivateFiles.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " could not be deleted", e);
        }
    }
}
