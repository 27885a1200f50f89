package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.terminal.Terminal;
import dev.producerdiscovery.fleet.terminal.TextTable;
import java.util.List;
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
        TextTable table = new TextTable(List.of("process", "state"));
        states.forEach((name, state) -> table.add(List.of(name, state)));
        table.print(System.out, Terminal.columns());
        System.out.println();
        long notReady = states.values().stream()
                .filter(state -> !state.startsWith("ready"))
                .count();
        System.out.println(summary(states, notReady));
        return notReady == 0 ? ExitCode.SUCCESS : ExitCode.FAILED;
    }

    private static String summary(Map<String, String> states, long notReady) {
        if (notReady == 0) {
            return "Everything is ready. What was asked: ./fleet runs";
        }
        if (states.values().stream().allMatch("not running"::equals)) {
            return "The fleet is stopped. ./fleet up starts it, with its data.";
        }
        return notReady + " of " + states.size() + " are not ready. ./fleet up starts what does not run;"
                + " ./fleet logs NAME shows why it ended.";
    }
}
