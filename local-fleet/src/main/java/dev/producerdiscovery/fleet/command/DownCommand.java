package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything; the data stays.")
final class DownCommand implements Callable<Integer> {

    @Option(names = "--purge", description = "Also forgets all data and logs.")
    private boolean purge;

    @Override
    public Integer call() {
        FleetHome home = FleetHome.ofWorkingDirectory();
        boolean ran = new Fleet(home, System.getenv(), System.out).down();
        if (purge) {
            home.forget();
        }
        System.out.println((ran ? "Stopped" : "Nothing was running")
                + (purge ? ", and all data deleted." : ". The data stays in .fleet/data."));
        return ExitCode.SUCCESS;
    }
}
