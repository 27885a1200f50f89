package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Report;
import dev.producerdiscovery.benchmarks.report.Results;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares the worker engine with raw PGMQ and with other queues on one durable PostgreSQL. */
@Command(
        name = "queues",
        mixinStandardHelpOptions = true,
        description = "Compares the worker engine with raw PGMQ and with other queues.")
public final class QueuesBenchmark implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--runs", description = "runs of each contender (default: ${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(names = "--scale", description = "multiplies the numbers of jobs (default: ${DEFAULT-VALUE})")
    private double scale = 1;

    @Option(
            names = "--contenders",
            split = ",",
            description = "raw, engine, db-scheduler, jobrunr, pg-boss, graphile-worker (default: all)")
    private List<String> contenders =
            Arrays.stream(Engine.values()).map(Engine::key).toList();

    @Option(
            names = "--measures",
            split = ",",
            description = "enqueue, drain, latency, idle, parked, kill (default: all)")
    private List<String> measures = List.copyOf(Measures.all(1).keySet());

    @Option(names = "--no-defaults", description = "leaves out what the others do as they come, which takes time")
    private boolean noDefaults;

    @Option(names = "--output", description = "folder for the results (default: ${DEFAULT-VALUE})")
    private Path output = Path.of("benchmarks/results");

    @Override
    public Integer call() throws Exception {
        List<Engine> engines = contenders.stream().map(this::engine).toList();
        Map<String, List<Measure>> known = Measures.all(scale);
        List<Measure> wanted = measures.stream()
                .flatMap(measure -> known(measure, known).stream())
                .toList();
        Results results = new Results();
        try (Contest contest = Contest.open(engines, !noDefaults, results)) {
            Report report = new Report(results, new Conditions(contest.server(), runs, scale).lines());
            String text = "";
            for (Measure measure : wanted) {
                long start = System.nanoTime();
                measure.run(contest, runs, results);
                System.err.printf(
                        "%s: %d s%n",
                        measure.name(),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds());
                // After each, so that a run that is interrupted has not been in vain.
                text = report.write(output);
            }
            System.out.println(text);
        }
        return 0;
    }

    private Engine engine(String key) {
        return Arrays.stream(Engine.values())
                .filter(engine -> engine.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "no such contender: " + key));
    }

    private List<Measure> known(String key, Map<String, List<Measure>> known) {
        List<Measure> found = known.get(key);
        if (found == null) {
            throw new ParameterException(spec.commandLine(), "no such measure: " + key);
        }
        return found;
    }
}
