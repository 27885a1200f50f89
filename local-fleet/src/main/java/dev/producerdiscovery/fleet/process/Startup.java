package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Waits for processes to become ready, and explains when one does not. */
final class Startup {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOG_LINES = 15;

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
        waiting.removeIf(health::isReady);
        if (waiting.isEmpty()) {
            return;
        }
        out.println(remark);
        out.println("Starting " + waiting.stream().map(Component::name).collect(Collectors.joining(", "))
                + " (10 to 30 s) ...");
        await("the services", () -> {
            waiting.forEach(component -> requireRunning(component.name()));
            waiting.removeIf(component -> {
                boolean ready = health.isReady(component);
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

    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new FleetException(what + " did not become ready within " + PATIENCE.toSeconds()
                        + " s; see the logs in " + home.logs() + " (./fleet logs)");
            }
            pause();
        }
    }

    void requireRunning(String name) {
        if (processes.running(name).isEmpty()) {
            throw new FleetException(
                    name + " ended while starting. The last lines of " + home.log(name) + ":\n" + tail(home.log(name)));
        }
    }

    String describe(String name, ProcessRecord running, String healthPath) {
        Component asked =
                new Component(name, name, running.port(), healthPath, java.util.Map.of(), List.of(), List.of());
        return (health.isReady(asked) ? "ready" : "not ready") + ", " + asked.url() + ", pid " + running.pid();
    }

    static String tail(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
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
