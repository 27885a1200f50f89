package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.run.Discovery;
import dev.producerdiscovery.fleet.run.ResultOutput;
import dev.producerdiscovery.fleet.terminal.InterruptNote;
import dev.producerdiscovery.fleet.terminal.Terminal;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How a run and its result are shown; what {@code discover} and {@code watch} have in common. */
final class RunOutput {

    private static final String NOT_ASKED =
            "Nothing was asked yet. What was started keeps running: ./fleet up goes on, ./fleet down ends it.";

    @Option(names = "--json", description = "Prints the result as one JSON document; progress goes to standard error.")
    private boolean json;

    /**
     * Follows the run that {@code run} starts or finds. Returns the exit code.
     *
     * @param ready starts the fleet when it is not up
     */
    int follow(Function<Fleet, FleetAddresses> ready, BiFunction<FleetAddresses, Following, Discovery.End> run) {
        Map<String, String> environment = System.getenv();
        PrintStream talk = json ? System.err : System.out;
        Fleet fleet = new Fleet(FleetHome.ofWorkingDirectory(), environment, talk);
        FleetAddresses addresses = InterruptNote.during(talk, NOT_ASKED, () -> ready.apply(fleet));
        ResultOutput output =
                json ? ResultOutput.json(System.out) : ResultOutput.table(System.out, Terminal::columns, addresses);
        Discovery discovery =
                new Discovery(addresses, environment, talk, !json && Terminal.isRedrawable(), Clock.systemUTC());
        return switch (run.apply(addresses, new Following(discovery, output))) {
            case COMPLETE -> ExitCode.SUCCESS;
            case COMPLETE_WITH_FAILURES -> ExitCode.COMPLETE_WITH_FAILURES;
            case NOT_FOUND -> ExitCode.NOT_FOUND;
            case AMBIGUOUS -> ExitCode.AMBIGUOUS;
        };
    }

    /** What follows runs, and where it tells their results. */
    record Following(Discovery discovery, ResultOutput output) {}
}
