package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.descriptor.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets the real services identify all songs of a simulated catalogue, and tells what each song cost and where. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = "Tells what a song costs in the real services, on the provider simulator.")
public final class PipelineBenchmark implements Callable<Integer> {

    /** As ./fleet unpacks them. */
    private static final Path APPLICATIONS = Path.of(".fleet", "apps");

    /** As shells have it. */
    private static final int INTERRUPTED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--artists", description = "size of the simulated catalogue (default: ${DEFAULT-VALUE})")
    private int artists = 100;

    @Option(
            names = "--replicas",
            paramLabel = "STAGE=N",
            description = "N processes of a stage beside its one, as in credits=1; may be given for several stages")
    private Map<String, Integer> replicas = new LinkedHashMap<>();

    @Option(names = "--latency-ms", description = "how long each provider takes (default: ${DEFAULT-VALUE})")
    private int latencyMillis = 0;

    @Option(names = "--slots", description = "messages that each process has in hand at a time")
    private @Nullable Integer slots;

    @Option(names = "--output", description = "folder for the results (default: ${DEFAULT-VALUE})")
    private Path output = Path.of("benchmarks/results");

    /** @return 0 when all was measured, 1 when there is nothing to measure with, or the run did not come to its end */
    @Override
    public Integer call() throws IOException, InterruptedException {
        RunSettings settings = settings();
        if (!Files.exists(APPLICATIONS.resolve("local-fleet").resolve("app.jar"))) {
            System.err.println("There are no applications in " + APPLICATIONS.toAbsolutePath()
                    + ". Run ./fleet --help first, which builds and unpacks them, and this from the same folder.");
            return 1;
        }
        try (MeasuredFleet fleet = MeasuredFleet.start(APPLICATIONS, settings)) {
            return measure(fleet, settings);
        }
    }

    private int measure(MeasuredFleet fleet, RunSettings settings) throws IOException, InterruptedException {
        try {
            Findings findings = new MeasuredRun(fleet, settings).measure();
            System.out.println(new LedgerReport(findings).write(output));
            return findings.complete() ? 0 : 1;
        } catch (DataAccessException | IOException e) {
            if (fleet.isEnding()) {
                // That nobody answers any more is what the interrupt asked for.
                return INTERRUPTED;
            }
            throw e;
        }
    }

    RunSettings settings() {
        try {
            Map<Stage, Integer> copies = new EnumMap<>(Stage.class);
            replicas.forEach((stage, number) -> copies.put(RunSettings.stage(stage), number));
            return new RunSettings(artists, copies, latencyMillis, slots);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
