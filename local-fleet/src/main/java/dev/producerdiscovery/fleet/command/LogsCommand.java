package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the logs of one process, or of all.")
final class LogsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A name from ./fleet status; all when left out.")
    private @Nullable String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Keeps showing what is added.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            description = "How many lines to begin with (${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        files().forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<Path> files() throws IOException {
        FleetHome home = FleetHome.ofWorkingDirectory();
        List<Path> all;
        try (var files = Files.list(home.logs())) {
            all = files.sorted().toList();
        }
        if (name == null && !all.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(file -> file.getFileName().toString().equals(name + ".log"))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new FleetException("There is no log of " + name + "; there are: " + all));
    }
}
