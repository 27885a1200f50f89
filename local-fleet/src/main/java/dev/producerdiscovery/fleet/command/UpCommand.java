package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts what is not running (also after a crash) and leaves the rest alone.")
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        FleetAddresses addresses = new Fleet(FleetHome.ofWorkingDirectory(), System.getenv(), System.out).up();
        System.out.println("Everything is up. Search: " + addresses.catalog() + "  Operators: "
                + addresses.queueMonitor() + "  Database: ./fleet psql");
        return ExitCode.SUCCESS;
    }
}
