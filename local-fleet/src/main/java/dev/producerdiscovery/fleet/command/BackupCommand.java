package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.backup.Backup;
import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.terminal.InterruptNote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all data of the fleet into one file, readable by you alone: it holds the passwords of the data too.",
            "A fleet that runs is stopped meanwhile, and started again."
        })
final class BackupCommand implements Callable<Integer> {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A new file, or a folder for one that is named by the time; the current folder when left out.")
    private @Nullable String file;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Path target = target();
        FleetHome home = FleetHome.ofWorkingDirectory();
        Backup backup = new Backup(clock);
        Fleet fleet = new Fleet(home, System.getenv(), System.out);
        InterruptNote.during(
                System.out, "No backup was written. The fleet may be stopped now: ./fleet up starts it.", () -> {
                    fleet.whileStopped(() -> {
                        System.out.println("Writing " + target + " (about a minute for each GB) ...");
                        backup.write(home.data(), target);
                    });
                    return target;
                });
        System.out.println(
                "Backed up into " + target + ". Put it back with ./fleet restore " + CallersFolder.pasted(target));
        return ExitCode.SUCCESS;
    }

    private Path target() {
        Path given = CallersFolder.resolve(file == null ? "" : file);
        Path target = Files.isDirectory(given)
                ? given.resolve("producer-discovery-" + SECOND.format(clock.instant()) + ".tar.gz")
                : given;
        if (Files.exists(target)) {
            throw new FleetException(target + " exists already. Give another name, or move it away.");
        }
        Path folder = Objects.requireNonNullElse(target.getParent(), target);
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new FleetException("Nothing can be written to " + folder + ". Give another folder.");
        }
        return target;
    }
}
