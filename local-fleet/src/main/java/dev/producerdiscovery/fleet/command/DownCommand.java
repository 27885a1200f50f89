package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything; the data stays.")
final class DownCommand implements Callable<Integer> {

    @Option(names = "--purge", description = "Also forgets all data and logs.")
    private boolean purge;

    @Override
    public Integer call() throws IOException {
        FleetHome home = FleetHome.ofWorkingDirectory();
        boolean ran = new Fleet(home, System.getenv(), System.out).down();
        if (purge) {
            delete(home.data());
            delete(home.logs());
        }
        System.out.println((ran ? "Stopped" : "Nothing was running")
                + (purge ? ", and all data deleted." : ". The data stays in .fleet/data."));
        return ExitCode.SUCCESS;
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (var paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
