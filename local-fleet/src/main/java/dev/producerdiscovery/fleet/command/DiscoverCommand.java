package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.run.Discovery;
import dev.producerdiscovery.fleet.run.ResultOutput;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = {
            "Finds out who produced an artist's songs; starts the fleet when it is not up.",
            "Exit code: 0 complete, 1 failed, 3 no such artist, 4 several artists of that name,",
            "5 complete but some steps failed for good."
        })
final class DiscoverCommand implements Callable<Integer> {

    private static final Pattern SPOTIFY_LINK =
            Pattern.compile("(?i)^(spotify:artist:|https?://open\\.spotify\\.com/).*");
    private static final Pattern SPOTIFY_ID = Pattern.compile("^(?=.*[0-9])(?=.*[A-Za-z])[0-9A-Za-z]{22}$");

    @Parameters(paramLabel = "ARTIST", description = "A name, a Spotify id, or a Spotify link.")
    private String artist = "";

    @Option(names = "--json", description = "Prints the result as one JSON document; progress goes to standard error.")
    private boolean json;

    @Option(names = "--refresh", description = "Asks again even for what was found recently.")
    private boolean refresh;

    @Override
    public Integer call() {
        PrintStream talk = json ? System.err : System.out;
        FleetAddresses addresses = new Fleet(FleetHome.ofWorkingDirectory(), System.getenv(), talk).up();
        ResultOutput output = json ? ResultOutput.json(System.out) : ResultOutput.table(System.out, addresses);
        Discovery discovery = new Discovery(addresses, talk, isTerminal(), Clock.systemUTC());
        return switch (discovery.run(request(), output)) {
            case COMPLETE -> ExitCode.SUCCESS;
            case COMPLETE_WITH_FAILURES -> ExitCode.COMPLETE_WITH_FAILURES;
            case NOT_FOUND -> ExitCode.NOT_FOUND;
            case AMBIGUOUS -> ExitCode.AMBIGUOUS;
        };
    }

    private Map<String, Object> request() {
        Map<String, Object> request = new HashMap<>();
        boolean link = SPOTIFY_LINK.matcher(artist).matches()
                || SPOTIFY_ID.matcher(artist).matches();
        request.put(link ? "artistId" : "artistName", artist);
        if (refresh) {
            request.put("refresh", true);
        }
        return request;
    }

    /** The script knows best: asking the JVM would need a newer one than the oldest that is supported. */
    private boolean isTerminal() {
        return !json && Boolean.getBoolean("fleet.terminal");
    }
}
