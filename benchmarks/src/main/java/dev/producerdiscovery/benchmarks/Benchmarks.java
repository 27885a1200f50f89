package dev.producerdiscovery.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** One program, a subcommand a benchmark. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures the worker engine and the database.",
        subcommands = {DrainBenchmark.class, SizeBenchmark.class})
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
