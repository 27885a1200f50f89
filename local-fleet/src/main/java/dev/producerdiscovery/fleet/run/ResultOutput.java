package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.RealMusic;
import dev.producerdiscovery.fleet.terminal.Terminal;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import tools.jackson.databind.json.JsonMapper;

/** How the end of a run is told: a table for people, or one JSON document for programs. */
public interface ResultOutput {

    void print(String correlationId, RunProgress progress, List<FoundProducer> producers);

    /** @param columns how many the terminal has; {@link Terminal#UNLIMITED} for a file or a pipe */
    static ResultOutput table(PrintStream out, IntSupplier columns, FleetAddresses addresses) {
        return (correlationId, progress, producers) -> {
            switch (progress.state()) {
                case "not_found" -> out.println(notFound(addresses));
                case "refused" -> out.println("This is not one artist, so there is nothing to discover.");
                case "ambiguous" -> new CandidateTable(progress.candidates()).print(out, columns.getAsInt());
                default -> printProducers(out, columns.getAsInt(), progress, producers, addresses);
            }
        };
    }

    private static String notFound(FleetAddresses addresses) {
        return addresses.simulator().isEmpty()
                ? "No such artist was found. Check the spelling, or give the link to the artist's page at MusicBrainz"
                        + " or Spotify."
                : "There is no such artist in the simulator's made-up catalogue; " + RealMusic.HOW + ", and ask again.";
    }

    static ResultOutput json(PrintStream out) {
        return (correlationId, progress, producers) -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("correlationId", correlationId);
            document.put("state", progress.state());
            document.put("artistId", progress.artistId());
            document.put("artistName", progress.artistName());
            document.put("stages", progress.stages());
            document.put("candidates", progress.candidates());
            document.put("notes", progress.notes());
            document.put("producers", producers);
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(document));
        };
    }

    private static void printProducers(
            PrintStream out,
            int columns,
            RunProgress progress,
            List<FoundProducer> producers,
            FleetAddresses addresses) {
        out.println();
        out.println(producers.size() + " producers of " + progress.artistName());
        if (!producers.isEmpty()) {
            new ProducerTable(producers).print(out, columns);
        }
        progress.notes().forEach(out::println);
        long failed =
                progress.stages().stream().mapToLong(RunProgress.Stage::dead).sum();
        if (failed > 0) {
            out.println(failed + " steps failed for good; see why at " + addresses.queueMonitor());
        }
        out.println();
        out.println("Songs with their evidence: " + addresses.catalog() + "/pages/artists/" + progress.artistId());
        out.println("Queues and health:         " + addresses.queueMonitor());
        out.println("SQL console:               ./fleet psql");
    }
}
