package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the fleet to the state that it should be in. What runs already and is as it should be is left alone, so
 * calling {@link #up} again after a crash restarts only what is missing. Not thread-safe; of several programs that start
 * a fleet, one does and the others wait for it.
 */
public final class Fleet {

    private static final int ATTEMPTS = 3;
    /** For the work in hand, and for a JVM to leave its classes the first time, all of them at once. */
    private static final Duration SERVICE_GRACE = Duration.ofSeconds(60);

    private final FleetHome home;
    private final ProviderEnvironment providers;
    private final PrintStream out;
    private final ProcessTable processes;
    private final Launcher launcher;
    private final Ports ports;
    private final Startup startup;
    private final BackendProcess backendProcess;

    public Fleet(FleetHome home, Map<String, String> environment, PrintStream out) {
        this.home = home;
        this.providers = new ProviderEnvironment(environment);
        this.out = out;
        this.processes = new ProcessTable(home);
        this.launcher = new Launcher(home);
        this.ports = new Ports(home);
        this.startup = new Startup(home, processes, out);
        this.backendProcess = new BackendProcess(home, processes, launcher, ports, startup, out);
    }

    /**
     * Starts what is missing or outdated and returns once everything answers. What was about to end when it was found, or
     * lost its port to another program, is started once more.
     */
    public FleetAddresses up() {
        Turn turn = Turn.await(home.run().resolve("starting.lock"), out);
        try {
            processes.beginCall();
            for (int attempt = 1; ; attempt++) {
                try {
                    return start();
                } catch (EndedWhileStarting e) {
                    if (attempt == ATTEMPTS || !e.isWorthAnotherTry()) {
                        throw e;
                    }
                    out.println(e.firstLine() + " It is started again.");
                }
            }
        } finally {
            turn.end();
        }
    }

    /**
     * Where everything answers: of a fleet that runs, even in part, as it is. Whoever only looks does not restart it with
     * the settings of another shell. One that is stopped is started.
     */
    public FleetAddresses found() {
        boolean runs = Blueprint.SERVICES.stream()
                .anyMatch(service -> processes.running(service.module()).isPresent());
        return runs ? addresses() : up();
    }

    private FleetAddresses start() {
        StartedWith.in(home).change(providers).ifPresent(out::println);
        StartedWith.in(home).remember(providers);
        List<Component> starting = new ArrayList<>();
        String simulator = "";
        if (providers.simulated()) {
            Component component = Blueprint.simulator(port(Blueprint.SIMULATOR), providers.simulatorEnvironment());
            simulator = component.url();
            ensure(component, starting);
        }
        Backend backend = backendProcess.ensure();
        backendProcess.migrate(backend);
        Map<String, String> settings = providers.environment(simulator);
        Map<String, String> urls = new LinkedHashMap<>();
        for (Blueprint.Service service : Blueprint.SERVICES) {
            Component component = Blueprint.service(service, port(service), backend, settings);
            urls.put(service.module(), component.url());
            ensure(component, starting);
        }
        startup.awaitReady(starting, "Providers: " + providers.describe());
        if (!providers.simulated() && processes.stop(Blueprint.SIMULATOR.module(), SERVICE_GRACE)) {
            out.println("Stopped " + Blueprint.SIMULATOR.module() + ": nobody asks it any more");
        }
        // What was ready a moment ago may have ended while the others started.
        backendProcess.requireRunning();
        starting.forEach(component -> startup.requireRunning(component.name(), component.port()));
        FleetAddresses addresses = new FleetAddresses(backend, simulator, urls);
        addresses.writeTo(home.environmentFile());
        return addresses;
    }

    /** For a person to read: where artists, albums and tracks come from unless a run asks for another catalogue. */
    public String catalogue() {
        return providers.catalogue();
    }

    /** @throws FleetException when a run that asks for this catalogue would come to nothing */
    public void require(MusicCatalogue catalogue) {
        providers.require(catalogue);
    }

    private int port(Blueprint.Service service) {
        return ports.portFor(
                service.module(),
                service.preferredPort(),
                processes.running(service.module()).isPresent());
    }

    private void ensure(Component component, List<Component> starting) {
        String fingerprint = Fingerprint.of(home, component);
        if (processes
                .running(component.name())
                .filter(running -> running.fingerprint().equals(fingerprint))
                .isEmpty()) {
            if (processes.hasDied(component.name())) {
                out.println(component.name() + " had ended by itself and starts again (why: ./fleet logs "
                        + component.name() + ")");
            }
            if (processes.stop(component.name(), SERVICE_GRACE)) {
                out.println("Restarting " + component.name() + ": its application or settings changed");
            }
            processes.started(component.name(), launcher.start(component), component.port(), fingerprint);
        }
        starting.add(component);
    }

    /** Stops everything, workers first so that they can give back their leases. Returns whether anything ran. */
    public boolean down() {
        List<String> running = running();
        if (!running.isEmpty()) {
            out.println("Stopping " + String.join(", ", running) + " (work in hand is ended first, up to 60 s) ...");
        }
        List<Thread> stopping = new ArrayList<>();
        for (Blueprint.Service service : Blueprint.SERVICES) {
            stopping.add(Thread.ofVirtual().start(() -> processes.stop(service.module(), SERVICE_GRACE)));
        }
        stopping.add(Thread.ofVirtual().start(() -> processes.stop(Blueprint.SIMULATOR.module(), SERVICE_GRACE)));
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return backendProcess.stop() || !running.isEmpty();
    }

    /**
     * Does {@code work} on the files while nothing runs and nobody can start anything, and brings back what ran, also when
     * the work fails; but not with other settings than it ran with, which it says.
     */
    public void whileStopped(Runnable work) {
        Turn turn = Turn.await(home.run().resolve("starting.lock"), out);
        boolean ran = false;
        boolean same = StartedWith.in(home).was(providers);
        try {
            ran = down();
            work.run();
        } finally {
            turn.end();
            if (ran && same) {
                up();
            } else if (ran) {
                out.println("The fleet stays stopped: it ran with other keys, addresses or tokens than are set in this"
                        + " shell. Set those that it ran with, then ./fleet up starts it.");
            }
        }
    }

    /** What the fleet consists of, whether it runs or not. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(BackendProcess.NAME, Blueprint.SIMULATOR.module()));
        Blueprint.SERVICES.forEach(service -> names.add(service.module()));
        return names;
    }

    private List<String> running() {
        return names().stream()
                .filter(name -> processes.running(name).isPresent())
                .toList();
    }

    /** Where the services answer that run; nothing is started for it. */
    public FleetAddresses addresses() {
        Map<String, String> urls = new LinkedHashMap<>();
        for (Blueprint.Service service : Blueprint.SERVICES) {
            address(service).ifPresent(url -> urls.put(service.module(), url));
        }
        return new FleetAddresses(backend(), address(Blueprint.SIMULATOR).orElse(""), urls);
    }

    private Optional<String> address(Blueprint.Service service) {
        return processes.running(service.module()).map(running -> "http://127.0.0.1:" + running.port());
    }

    /** Where the running database answers; nothing is started for it. */
    public Backend backend() {
        return backendProcess
                .running()
                .orElseThrow(() -> new FleetException("The fleet's database is not running; start it with ./fleet up"));
    }

    /**
     * Imports dumps of MusicBrainz, telling its progress on the terminal.
     *
     * @param files absolute paths, or {@code -} for standard input
     * @return the importer's exit code
     */
    public int importMusicBrainz(List<String> files) {
        return launcher.runInForeground(Blueprint.importer(backend(), files));
    }

    /** Name and state of everything the fleet consists of. */
    public Map<String, String> status() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put(BackendProcess.NAME, backendProcess.state());
        if (providers.simulated()
                || processes.running(Blueprint.SIMULATOR.module()).isPresent()) {
            states.put(Blueprint.SIMULATOR.module(), state(Blueprint.SIMULATOR, "/_health"));
        }
        for (Blueprint.Service service : Blueprint.SERVICES) {
            states.put(service.module(), state(service, "/actuator/health"));
        }
        return states;
    }

    private String state(Blueprint.Service service, String healthPath) {
        return processes
                .running(service.module())
                .map(running -> startup.describe(running, healthPath))
                .orElse(processes.hasDied(service.module()) ? "not running, ended by itself" : "not running");
    }
}
