package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.terminal.TextTable;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The latest runs: listed, and found again by the beginning of an id. */
public final class Runs {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern WHOLE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final FleetApi api;

    public Runs(FleetAddresses addresses, Map<String, String> environment) {
        this.api = new FleetApi(addresses, environment);
    }

    /** @param columns how many the terminal has */
    public void print(PrintStream out, int columns) {
        List<KnownRun> runs = api.latestRuns();
        if (runs.isEmpty()) {
            out.println("No run yet. ./fleet discover ARTIST starts one.");
            return;
        }
        TextTable table = new TextTable(List.of("run", "started (UTC)", "artist", "steps", "state"));
        runs.forEach(run -> table.add(List.of(
                run.shortId(),
                MINUTE.format(run.startedAt().withOffsetSameInstant(ZoneOffset.UTC)),
                run.asked(),
                run.done() + " of " + run.steps(),
                run.state())));
        table.print(out, columns);
        out.println();
        out.println("Follow one, or see its result again: ./fleet watch "
                + runs.getFirst().shortId());
    }

    /**
     * The id of the run that is meant.
     *
     * @param given a whole id, or the beginning of one of the latest; empty for the latest
     */
    public String find(String given) {
        String wanted = given.strip().toLowerCase(Locale.ROOT);
        if (WHOLE_ID.matcher(wanted).matches()) {
            return wanted;
        }
        List<KnownRun> latest = api.latestRuns();
        if (latest.isEmpty()) {
            throw new FleetException("There is no run yet. ./fleet discover ARTIST starts one.");
        }
        List<String> matching = latest.stream()
                .map(KnownRun::id)
                .filter(id -> id.startsWith(wanted))
                .toList();
        if (matching.isEmpty()) {
            throw new FleetException("None of the latest " + latest.size() + " runs has an id that begins with '"
                    + given + "'. ./fleet runs lists them; an older one needs its whole id.");
        }
        if (!wanted.isEmpty() && matching.size() > 1) {
            throw new FleetException("Several runs begin with '" + given + "': " + String.join(", ", matching));
        }
        return matching.getFirst();
    }
}
