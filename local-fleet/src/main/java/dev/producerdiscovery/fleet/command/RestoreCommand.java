package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.backup.Restore;
import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup in the place of the fleet's data; what is there is kept aside.",
            "A fleet that runs is stopped meanwhile, and started again on the restored data."
        })
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What ./fleet backup has written.")
    private String file = "";

    @Option(names = "--force", description = "Sets data that is there aside without asking.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Path source = CallersFolder.resolve(file);
        if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
            throw new FleetException("There is no readable file " + source + ".");
        }
        FleetHome home = FleetHome.ofWorkingDirectory();
        Restore restore = new Restore(source, Clock.systemUTC());
        System.out.println("The backup was made on " + restore.check() + " and fits this program.");
        if (Restore.hasData(home.data()) && !force && !agreed(home)) {
            throw new FleetException("Nothing was changed. ./fleet restore --force " + CallersFolder.pasted(source)
                    + " sets the data aside without asking.");
        }
        new Fleet(home, System.getenv(), System.out).whileStopped(() -> {
            System.out.println("Restoring " + source + " (about half a minute for each GB) ...");
            restore.into(home.data())
                    .ifPresent(aside -> System.out.println(
                            "The data that was here is in " + aside + "; delete that folder when it is not needed."));
        });
        System.out.println(
                "Restored. Queues, runs and budgets are as they were at the backup: runs that were open go on,"
                        + " and calls to providers made since are not counted (docs/backup.md).");
        System.out.println("./fleet status shows what runs, ./fleet up starts it.");
        return ExitCode.SUCCESS;
    }

    /** Asks only where somebody can answer. */
    private static boolean agreed(FleetHome home) throws IOException {
        if (!Terminal.isConversation()) {
            System.out.println("There is data in " + home.data() + ".");
            return false;
        }
        System.out.print("There is data in " + home.data() + ". Set it aside and restore? Type yes: ");
        System.out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return "yes".equals(answer == null ? "" : answer.strip());
    }
}
