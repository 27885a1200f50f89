package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.terminal.Terminal;
import dev.producerdiscovery.fleet.terminal.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Who was found. A link is never broken, so that it can be followed: where the columns do not suffice for the links beside
 * the names, they stand below them. In a file or a pipe each producer is one line.
 */
final class ProducerTable {

    private final List<FoundProducer> producers;

    ProducerTable(List<FoundProducer> producers) {
        this.producers = producers;
    }

    void print(PrintStream out, int columns) {
        if (columns == Terminal.UNLIMITED) {
            beside(producer -> String.join(" ", producer.profiles())).print(out, columns);
            return;
        }
        TextTable beside = beside(producer -> String.join("\n", shortened(producer)));
        (beside.naturalWidth() <= columns ? beside : below()).print(out, columns);
    }

    private TextTable beside(Function<FoundProducer, String> profiles) {
        TextTable table = new TextTable(List.of("producer", "songs", "confidence", "roles", "profiles"));
        producers.forEach(producer -> {
            List<String> row = new ArrayList<>(cells(producer));
            row.add(profiles.apply(producer));
            table.add(row);
        });
        return table;
    }

    private TextTable below() {
        TextTable table = new TextTable(List.of("producer", "songs", "confidence", "roles"));
        producers.forEach(producer -> table.add(cells(producer), producer.profiles()));
        return table;
    }

    private static List<String> cells(FoundProducer producer) {
        return List.of(
                producer.name(),
                Long.toString(producer.songs()),
                String.format(Locale.ROOT, "%.2f", producer.confidence()),
                String.join(", ", producer.roles()));
    }

    /** Without what every link begins with: the narrower, the likelier they fit beside the names. */
    private static List<String> shortened(FoundProducer producer) {
        return producer.profiles().stream()
                .map(link -> link.replaceFirst("^https://(www\\.)?", ""))
                .toList();
    }
}
