package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what runs, where, and whether it is ready; exit code 1 when something is not.")
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Map<String, String> states = new Fleet(FleetHome.ofWorkingDirectory(), System.getenv(), System.out).status();
        states.forEach((name, state) -> System.out.printf("%-32s %s%n", name, state));
        boolean allReady = states.values().stream().allMatch(state -> state.startsWith("ready"));
        return allReady ? ExitCode.SUCCESS : ExitCode.FAILED;
    }
}
