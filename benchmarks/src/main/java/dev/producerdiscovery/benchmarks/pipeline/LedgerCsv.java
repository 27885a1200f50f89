package dev.producerdiscovery.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All readings, as they were read. */
record LedgerCsv(Ledger ledger) {

    String text() {
        List<String> headings = new ArrayList<>(
                List.of("seconds", "songs", "waiting", "transactions", "wal bytes", "rows", "others cpu s"));
        for (String component : ledger.components()) {
            headings.add(component + " cpu s");
            headings.add(component + " mb");
        }
        return ledger.readings().stream()
                .map(this::line)
                .collect(Collectors.joining("\n", String.join(",", headings) + "\n", "\n"));
    }

    private String line(Reading reading) {
        List<String> cells = new ArrayList<>(List.of(
                "%.3f".formatted(reading.seconds()),
                Long.toString(reading.songs()),
                Long.toString(reading.waiting()),
                Long.toString(reading.database().transactions()),
                Long.toString(reading.database().walBytes()),
                Long.toString(reading.database().rows()),
                "%.2f".formatted(reading.othersCpu())));
        for (String component : ledger.components()) {
            cells.add("%.2f".formatted(reading.cpu(component)));
            cells.add("%.1f".formatted(reading.megabytes(component)));
        }
        return String.join(",", cells);
    }
}
