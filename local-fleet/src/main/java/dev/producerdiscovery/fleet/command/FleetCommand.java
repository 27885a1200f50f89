package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.FleetException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The subcommands, and how their failures are told. */
@Command(
        name = "./fleet",
        mixinStandardHelpOptions = true,
        version = "Producer Discovery 0.1.0",
        description = "Finds out who makes the music: the whole system on this machine, with one command.",
        subcommands = {
            DiscoverCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            PsqlCommand.class,
            ImportMusicBrainzCommand.class,
            BackendCommand.class
        })
public final class FleetCommand {

    private FleetCommand() {}

    /** Runs the command line and returns its exit code. */
    public static int execute(String... arguments) {
        return new CommandLine(new FleetCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof FleetException)) {
                        throw failure;
                    }
                    line.getErr().println(failure.getMessage());
                    return ExitCode.FAILED;
                })
                .execute(arguments);
    }
}
