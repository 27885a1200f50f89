package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.run.Runs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Follows a run that was started before, and shows its result; starts the fleet when it is not up.",
            "Exit codes as those of discover."
        })
final class WatchCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "Its id, or the beginning as ./fleet runs shows it; the latest run when left out.")
    private String run = "";

    @Mixin
    private RunOutput output = new RunOutput();

    @Override
    public Integer call() {
        return output.follow(
                Fleet::found,
                (addresses, following) -> following
                        .discovery()
                        .watch(new Runs(addresses, System.getenv()).find(run), following.output()));
    }
}
