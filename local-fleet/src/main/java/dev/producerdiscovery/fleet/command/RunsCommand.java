package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.run.Runs;
import dev.producerdiscovery.fleet.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists the latest runs and how far they are.")
final class RunsCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Fleet fleet = new Fleet(FleetHome.ofWorkingDirectory(), System.getenv(), System.out);
        new Runs(fleet.addresses(), System.getenv()).print(System.out, Terminal.columns());
        return ExitCode.SUCCESS;
    }
}
