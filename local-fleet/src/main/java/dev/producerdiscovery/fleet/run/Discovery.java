package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.terminal.InterruptNote;
import dev.producerdiscovery.fleet.terminal.ReaderGoneException;
import dev.producerdiscovery.fleet.terminal.Terminal;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for an artist, and follows a run to its end. */
public final class Discovery {

    /** How a run ended, for the exit code. */
    public enum End {
        COMPLETE,
        COMPLETE_WITH_FAILURES,
        AMBIGUOUS,
        NOT_FOUND
    }

    private static final Duration POLL = Duration.ofMillis(250);

    private final FleetAddresses addresses;
    private final FleetApi api;
    private final PrintStream talk;
    private final boolean redraw;
    private final InstantSource clock;

    /**
     * @param talk where progress is told
     * @param redraw whether lines there can be drawn again in their place
     */
    public Discovery(
            FleetAddresses addresses,
            Map<String, String> environment,
            PrintStream talk,
            boolean redraw,
            InstantSource clock) {
        this.addresses = addresses;
        this.api = new FleetApi(addresses, environment);
        this.talk = talk;
        this.redraw = redraw;
        this.clock = clock;
    }

    /** Starts a run and follows it as {@link #watch} does. */
    public End discover(Map<String, Object> request, ResultOutput output) {
        StartedRun run = api.discover(request);
        talk.println(run.describe(addresses));
        return watch(run.correlationId(), output);
    }

    /**
     * Follows the run until it ends, however long a provider makes it wait, and hands the result to {@code output}. Ending
     * the command before that does not end the run, and says so.
     */
    public End watch(String correlationId, ResultOutput output) {
        return InterruptNote.during(
                talk,
                "The run goes on without this window. See it again: ./fleet watch " + correlationId,
                () -> toItsEnd(correlationId, output));
    }

    private End toItsEnd(String correlationId, ResultOutput output) {
        RunProgress progress = follow(correlationId);
        List<FoundProducer> producers =
                progress.artistId().isEmpty() ? List.of() : api.producersOf(progress.artistId());
        output.print(correlationId, progress, producers);
        return switch (progress.state()) {
            case "ambiguous" -> End.AMBIGUOUS;
            case "not_found", "refused" -> End.NOT_FOUND;
            case "complete" -> End.COMPLETE;
            default -> End.COMPLETE_WITH_FAILURES;
        };
    }

    private RunProgress follow(String correlationId) {
        WaitNotice waits = new WaitNotice(clock, correlationId);
        ProgressView view =
                redraw ? new TerminalProgress(talk, Terminal::columns, waits) : new PlainProgress(talk, clock, waits);
        while (true) {
            Optional<RunProgress> progress = api.progressIfReachable(correlationId);
            progress.ifPresentOrElse(view::show, view::showUnreachable);
            if (talk.checkError()) {
                throw new ReaderGoneException();
            }
            if (progress.isPresent() && progress.get().hasEnded()) {
                view.close();
                return progress.get();
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FleetException("Interrupted; the run goes on without this window", e);
            }
        }
    }
}
