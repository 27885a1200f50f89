package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.backend.PrivateFiles;
import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.process.PropertiesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole fleet in a temporary folder, on the simulator, with further processes of single stages. It ends with
 * {@link #close()} or with the JVM, and the folder with it.
 */
final class MeasuredFleet implements AutoCloseable {

    private static final String SIMULATOR = "provider-simulator";
    private static final String SUFFIX = "-service";

    private final FleetHome home;
    private final Fleet fleet;
    private final Map<String, List<Copy>> copies = new LinkedHashMap<>();
    private @Nullable Running running;
    private volatile boolean closed;

    private record Running(AutoExplain autoExplain, FleetAddresses addresses, List<Member> members) {}

    private MeasuredFleet(FleetHome home, Fleet fleet) {
        this.home = home;
        this.fleet = fleet;
    }

    /** @param applications unpacked, as ./fleet does */
    static MeasuredFleet start(Path applications, RunSettings settings) throws IOException, InterruptedException {
        FleetHome home = new FleetHome(Files.createTempDirectory("producer-discovery-pipeline"));
        // Progress is for whoever waits: standard output has the report and nothing else.
        MeasuredFleet fleet = new MeasuredFleet(home, new Fleet(home, settings.environment(), System.err));
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop-fleet"));
        try {
            Files.createSymbolicLink(home.root().resolve("apps"), applications.toRealPath());
            fleet.up(settings.copies());
            return fleet;
        } catch (RuntimeException | IOException | InterruptedException e) {
            fleet.close();
            throw e;
        }
    }

    /** Holds the lock, so that an interrupt finds all that was started and leaves none of it. */
    private synchronized void up(Map<Stage, Integer> wanted) throws IOException, InterruptedException {
        if (closed) {
            throw new IllegalStateException("Interrupted before anything was started");
        }
        AutoExplain autoExplain = AutoExplain.prepare(home.data());
        FleetAddresses addresses = fleet.up();
        for (Map.Entry<Stage, Integer> each : wanted.entrySet()) {
            for (int number = 0; number < each.getValue(); number++) {
                copy(each.getKey().module());
            }
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Copy copy : copies()) {
                copy.awaitReady(http);
            }
        }
        running = new Running(autoExplain, addresses, members(addresses));
    }

    private void copy(String service) throws IOException {
        List<Copy> others = copies.computeIfAbsent(service, any -> new ArrayList<>());
        ProcessHandle original = ProcessHandle.of(process(service)).orElseThrow();
        others.add(Copy.of(original, home.log(service + "-" + (others.size() + 2))));
    }

    private List<Copy> copies() {
        return copies.values().stream().flatMap(List::stream).toList();
    }

    private List<Member> members(FleetAddresses addresses) throws IOException {
        List<Member> members = new ArrayList<>();
        for (String service : addresses.services().keySet()) {
            List<Long> processes = new ArrayList<>(List.of(process(service)));
            copies.getOrDefault(service, List.of())
                    .forEach(copy -> processes.add(copy.process().pid()));
            members.add(new Member(service.replace(SUFFIX, ""), processes));
        }
        members.add(new Member("postgres", List.of(server("postgres", "postmaster.pid"))));
        members.add(new Member("redis", List.of(server("redis", "redis.pid"))));
        members.add(new Member(SIMULATOR, List.of(process(SIMULATOR))));
        return members;
    }

    private long process(String component) {
        Path record = home.root().resolve("run").resolve(component + ".process");
        return Long.parseLong(PropertiesFile.read(record).getOrDefault("pid", "-1"));
    }

    private long server(String name, String file) throws IOException {
        Path pid = home.data().resolve(name).resolve(file);
        return Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    }

    private synchronized Running running() {
        return Objects.requireNonNull(running);
    }

    FleetAddresses addresses() {
        return running().addresses();
    }

    List<Member> members() {
        return running().members();
    }

    AutoExplain autoExplain() {
        return running().autoExplain();
    }

    /** Whether it is stopped, or about to be. */
    boolean isEnding() {
        return closed;
    }

    /** What PostgreSQL has written since it started. */
    List<String> postgresLog() throws IOException {
        return Files.readAllLines(home.data().resolve("postgres.log"));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            // All at once, then each is waited for.
            copies().forEach(copy -> copy.process().destroy());
            copies().forEach(Copy::stop);
            fleet.down();
        } finally {
            forget();
        }
    }

    private void forget() {
        try {
            PrivateFiles.delete(home.root());
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + home.root() + " could not be deleted", e);
        }
    }
}
