package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.terminal.Utf8Arguments;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The subcommands, and how their failures are told. */
@Command(
        name = "./fleet",
        mixinStandardHelpOptions = true,
        version = "Producer Discovery 0.1.0",
        description = "Finds out who makes the music: the whole system on this machine, with one command.",
        subcommands = {
            DiscoverCommand.class,
            RunsCommand.class,
            WatchCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            PsqlCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ImportMusicBrainzCommand.class,
            BackendCommand.class
        },
        footer = {
            "",
            "For a first look: ./fleet discover Ottoline Vesper",
            "Each command tells its options: ./fleet discover --help"
        })
public final class FleetCommand {

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Shows the stack trace of a failure.")
    private boolean verbose;

    private FleetCommand() {}

    /** Runs the command line and returns its exit code. Whatever goes wrong ends as a sentence, not as a stack trace. */
    public static int execute(String... arguments) {
        FleetCommand command = new FleetCommand();
        CommandLine line = new CommandLine(command)
                // An artist's name may begin with @.
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        Failures failures = new Failures(line.getErr(), FleetHome.ofWorkingDirectory());
        try {
            return line.setExecutionExceptionHandler((failure, subcommand, parsed) -> failures.tell(
                            failure, command.verbose || subcommand.getCommand() instanceof BackendCommand))
                    .execute(Utf8Arguments.of(arguments));
        } catch (FleetException e) {
            line.getErr().println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }
}
