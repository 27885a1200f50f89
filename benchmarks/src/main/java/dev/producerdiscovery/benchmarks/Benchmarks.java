package dev.producerdiscovery.benchmarks;

import dev.producerdiscovery.benchmarks.contender.ContenderHost;
import dev.producerdiscovery.benchmarks.measure.QueuesBenchmark;
import dev.producerdiscovery.benchmarks.measure.SoakBenchmark;
import dev.producerdiscovery.benchmarks.pipeline.PipelineBenchmark;
import dev.producerdiscovery.benchmarks.size.SizeBenchmark;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** One program, a subcommand a benchmark. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures the worker engine, the database and the pipeline.",
        subcommands = {
            QueuesBenchmark.class,
            SoakBenchmark.class,
            SizeBenchmark.class,
            PipelineBenchmark.class,
            ContenderHost.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
