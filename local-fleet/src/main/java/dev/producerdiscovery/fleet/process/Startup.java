package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.Loopback;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Waits for processes to become ready, and explains when one does not. */
final class Startup {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FleetHome home;
    private final ProcessTable processes;
    private final PrintStream out;
    private final Health health = new Health();

    Startup(FleetHome home, ProcessTable processes, PrintStream out) {
        this.home = home;
        this.processes = processes;
        this.out = out;
    }

    /** @param remark said only when something has to be waited for */
    void awaitReady(List<Component> components, String remark) {
        List<Component> waiting = new ArrayList<>(components);
        waiting.removeIf(this::isReady);
        if (waiting.isEmpty()) {
            return;
        }
        MachineMemory.remark().ifPresent(out::println);
        out.println(remark);
        out.println("Starting " + String.join(", ", names(waiting)) + " (10 to 30 s) ...");
        await(() -> names(waiting), () -> {
            waiting.forEach(component -> requireRunning(component.name(), component.port()));
            waiting.removeIf(component -> {
                boolean ready = isReady(component);
                if (ready) {
                    out.println("  " + component.name() + " is ready");
                }
                return ready;
            });
            return waiting.isEmpty();
        });
    }

    /** Says what takes a while, and how long that usually is. */
    void announce(String step) {
        out.println(step + " ...");
    }

    /** @param late the names of the processes that are waited for, at the moment it is asked */
    void await(Supplier<List<String>> late, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new FleetException(late.get().stream().map(this::explain).collect(Collectors.joining("\n")));
            }
            pause();
        }
    }

    private String explain(String late) {
        return late + " did not become ready within " + PATIENCE.toSeconds() + " s. It said last: "
                + new ProcessLog(home.log(late)).lastWords() + " (./fleet logs " + late + ")";
    }

    /**
     * @param ports that the process was to listen on
     * @throws EndedWhileStarting when it does not run any more
     */
    void requireRunning(String name, int... ports) {
        if (processes.running(name).isPresent()) {
            return;
        }
        // Those of a start that failed are few, and would be all that later ones begin with.
        home.forgetClasses(name);
        ProcessLog log = new ProcessLog(home.log(name));
        boolean beaten = log.lastWords().contains("already in use");
        for (int port : ports) {
            beaten |= Loopback.isTaken(port);
        }
        throw new EndedWhileStarting(
                name + " ended while starting" + (beaten ? " (another program has its port)" : "") + ": "
                        + log.refusal()
                                .map(refusal -> refusal + "\nMore is in " + home.log(name) + ".")
                                .orElseGet(() ->
                                        log.lastWords() + "\nThe last lines of " + home.log(name) + ":\n" + log.tail()),
                beaten || !processes.startedHere(name));
    }

    private boolean isReady(Component component) {
        return processes
                .running(component.name())
                .filter(running -> health.isReady(component.url() + component.healthPath(), running.instance()))
                .isPresent();
    }

    String describe(ProcessRecord running, String healthPath) {
        String url = "http://" + Loopback.HOST + ":" + running.port();
        return (health.isReady(url + healthPath, running.instance()) ? "ready" : "not ready") + ", " + url + ", pid "
                + running.pid();
    }

    private static List<String> names(List<Component> components) {
        return components.stream().map(Component::name).toList();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("Interrupted while waiting; what was started keeps running", e);
        }
    }
}
