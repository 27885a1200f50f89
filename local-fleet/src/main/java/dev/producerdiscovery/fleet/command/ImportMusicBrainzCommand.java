package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-musicbrainz",
        mixinStandardHelpOptions = true,
        description =
                "Imports JSON dumps of MusicBrainz into the fleet's database, so that their credits cost no call. Run it again to go on where it was interrupted.")
final class ImportMusicBrainzCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "artist.tar.xz and work.tar.xz first, then release.tar.xz, or - for standard input")
    private List<String> files = List.of();

    @Override
    public Integer call() {
        List<String> absolute = files.stream()
                .map(file -> file.equals(STANDARD_INPUT)
                        ? file
                        : CallersFolder.resolve(file).toString())
                .toList();
        return new Fleet(FleetHome.ofWorkingDirectory(), System.getenv(), System.out).importMusicBrainz(absolute);
    }
}
