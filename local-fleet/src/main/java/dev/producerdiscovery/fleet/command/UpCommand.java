package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.terminal.InterruptNote;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts what is not running (also after a crash) and leaves the rest alone.")
final class UpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Fleet fleet = new Fleet(FleetHome.ofWorkingDirectory(), System.getenv(), System.out);
        FleetAddresses addresses = InterruptNote.during(
                System.out, "What was started keeps running: ./fleet up goes on, ./fleet down ends it.", fleet::up);
        System.out.println("Everything is up. Catalogue: " + fleet.catalogue() + "  Search: " + addresses.catalog()
                + "  Operators: " + addresses.queueMonitor()
                + "  Database: ./fleet psql  Discover: ./fleet discover ARTIST");
        return ExitCode.SUCCESS;
    }
}
