package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for an artist and follows the run to its end. */
public final class Discovery {

    /** How a run ended, for the exit code. */
    public enum End {
        COMPLETE,
        COMPLETE_WITH_FAILURES,
        AMBIGUOUS,
        NOT_FOUND
    }

    private static final Duration POLL = Duration.ofMillis(250);

    private final FleetApi api;
    private final ProgressView view;

    public Discovery(FleetAddresses addresses, PrintStream progress, boolean terminal, InstantSource clock) {
        this.api = new FleetApi(addresses);
        this.view = terminal ? new TerminalProgress(progress) : new PlainProgress(progress, clock);
    }

    /** Follows the run until it ends, however long a provider makes it wait, and hands the result to {@code output}. */
    public End run(Map<String, Object> request, ResultOutput output) {
        String correlationId = api.discover(request);
        RunProgress progress = follow(correlationId);
        view.close();
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
        while (true) {
            Optional<RunProgress> progress = api.progressIfReachable(correlationId);
            progress.ifPresentOrElse(view::show, view::showUnreachable);
            if (progress.isPresent() && progress.get().hasEnded()) {
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
