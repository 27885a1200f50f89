package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The server and the contenders on it, a process each. An engine that cannot be had here is left out with a remark. */
final class Contest implements AutoCloseable {

    private final Server server;
    private final Launcher launcher;
    private final Results results;
    private final boolean defaults;
    private final Map<Engine, ContenderProcess> processes = new EnumMap<>(Engine.class);
    private int lastNumber;

    private Contest(Server server, boolean defaults, Results results) {
        this.server = server;
        this.launcher = new Launcher(server);
        this.defaults = defaults;
        this.results = results;
    }

    /** @param defaults whether engines are also measured as they come */
    static Contest open(Collection<Engine> engines, boolean defaults, Results results) {
        Contest contest = new Contest(Server.start(), defaults, results);
        try {
            engines.forEach(contest::enter);
            return contest;
        } catch (RuntimeException e) {
            contest.close();
            throw e;
        }
    }

    private void enter(Engine engine) {
        try {
            server.createDatabase(engine);
            processes.put(engine, launcher.start(engine));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            results.remark(engine.key() + " is left out: " + e.getMessage());
        }
    }

    Server server() {
        return server;
    }

    /** Those of the entrants that are wanted, and whose engine is here. */
    List<Entrant> present(Stream<Entrant> entrants) {
        return entrants.filter(entrant -> processes.containsKey(entrant.engine()))
                .filter(entrant -> defaults || entrant.kind() != Entrant.Kind.DEFAULTS)
                .toList();
    }

    ContenderProcess process(Engine engine) {
        return Objects.requireNonNull(processes.get(engine));
    }

    /** One more process of the same engine on the same database. */
    ContenderProcess second(Engine engine) throws IOException {
        return launcher.start(engine);
    }

    /** The first of so many numbers that no job had so far. */
    synchronized int numbers(int count) {
        int first = lastNumber + 1;
        lastNumber += count;
        return first;
    }

    /** CPU seconds of everything that belongs to the contest. */
    double cpu() {
        return CpuTime.of(ProcessHandle.current().pid()) + server.cpu();
    }

    @Override
    public void close() {
        try {
            launcher.close();
        } catch (IOException e) {
            results.remark("A temporary folder is left: " + e.getMessage());
        } finally {
            server.close();
        }
    }
}
