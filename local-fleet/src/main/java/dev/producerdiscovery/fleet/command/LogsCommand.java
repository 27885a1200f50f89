package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the logs of one process, or of all.")
final class LogsCommand implements Callable<Integer> {

    private static final String SUFFIX = ".log";

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Names from ./fleet status; all when left out.")
    private List<String> names = List.of();

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
        FleetHome home = FleetHome.ofWorkingDirectory();
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(Math.max(0, lines))));
        if (follow) {
            command.add("-F");
        }
        files(home, new Fleet(home, System.getenv(), System.out).names(), names)
                .forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** @param known everything that the fleet consists of, whether it has written a log or not */
    static List<Path> files(FleetHome home, List<String> known, List<String> wanted) throws IOException {
        List<Path> all;
        try (var files = Files.list(home.logs())) {
            all = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        if (all.isEmpty()) {
            throw new FleetException("There are no logs yet, for nothing has run here. ./fleet up starts the fleet.");
        }
        List<String> written = all.stream().map(LogsCommand::nameOf).toList();
        for (String name : wanted) {
            if (!written.contains(name)) {
                throw new FleetException(missing(name, known, written));
            }
        }
        return wanted.isEmpty() ? all : wanted.stream().map(home::log).toList();
    }

    private static String missing(String name, List<String> known, List<String> written) {
        if (known.contains(name)) {
            return name + " has written no log yet: it has not run since the logs were last deleted."
                    + " ./fleet up starts it.";
        }
        List<String> all = Stream.concat(written.stream(), known.stream())
                .distinct()
                .sorted()
                .toList();
        return "There is no '" + name + "' here."
                + Nearest.to(name, all)
                        .map(near -> " Did you mean ./fleet logs " + near + "?")
                        .orElse("")
                + "\nThere are: " + String.join(", ", all);
    }

    private static String nameOf(Path log) {
        String file = log.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }
}
