package dev.producerdiscovery.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Writes findings for readers: {@code pipeline.md}, {@code pipeline.csv} with every reading, and {@code pipeline.svg}. */
record LedgerReport(Findings findings) {

    private static final int TENTHS = 10;
    private static final int STATEMENTS = 10;

    /** @return the text of the report */
    String write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String text = text();
        Files.writeString(folder.resolve("pipeline.md"), text);
        Files.writeString(folder.resolve("pipeline.csv"), new LedgerCsv(ledger()).text());
        Files.writeString(folder.resolve("pipeline.svg"), new LedgerChart(ledger().slices(2 * TENTHS)).svg());
        return text;
    }

    private String text() {
        StringBuilder text = new StringBuilder("# What a song costs\n\n");
        findings.conditions()
                .forEach(condition -> text.append("- ").append(condition).append('\n'));
        findings.remarks().forEach(remark -> text.append("- **").append(remark).append("**\n"));
        if (ledger().songs() < 1) {
            return text.append("\nNo song was identified.\n").toString();
        }
        text.append("\n%,d songs in %.0f s, %.1f songs a second from the first to the last.%n%n"
                .formatted(ledger().songs(), ledger().total(Reading::seconds), ledger().rate()));
        text.append(components()).append('\n').append(figures());
        text.append("\n## Over the run\n\nEach row has a tenth of the songs; CPU is in ms a song.\n\n")
                .append(tenths())
                .append("\n![Rate and CPU over the run](pipeline.svg)\n\n## Sessions\n\n")
                .append(sessions());
        text.append("\n## Statements\n\nThose that were sent most often, by the clock.\n\n")
                .append(costs("statement", findings.statements()))
                .append("\n## Functions of the database\n\nBy the clock, without the functions that one calls.\n\n")
                .append(costs("function", findings.functions()));
        return text.append(new PlanList(findings.slowest()).text()).toString();
    }

    private Table components() {
        Table table = new Table("component", "processes", "CPU ms a song", "MB, second tenth", "MB, last tenth");
        for (String component : ledger().components()) {
            table.row(
                    component,
                    String.valueOf(findings.processes().getOrDefault(component, 1)),
                    "%.2f".formatted(ledger().aSong(reading -> reading.cpu(component)) * 1_000),
                    "%.0f".formatted(atTenth(2, reading -> reading.megabytes(component))),
                    "%.0f".formatted(atTenth(TENTHS, reading -> reading.megabytes(component))));
        }
        return table.row("all", "", "%.2f".formatted(ledger().aSong(Reading::cpu) * 1_000), "", "");
    }

    /** At the end of it. */
    private double atTenth(int tenth, ToDoubleFunction<Reading> figure) {
        return ledger().at(ledger().songs() * (double) tenth / TENTHS, figure);
    }

    private Table figures() {
        return new Table("a song", "in the mean", "of which")
                .row(
                        "transactions",
                        "%.2f"
                                .formatted(ledger().aSong(
                                                reading -> reading.database().transactions())),
                        "")
                .row(
                        "WAL, kB",
                        "%.1f"
                                .formatted(ledger().aSong(reading ->
                                                reading.database().walBytes())
                                        / 1_000),
                        "")
                .row(
                        "rows written",
                        "%.1f"
                                .formatted(ledger().aSong(
                                                reading -> reading.database().rows())),
                        "")
                .row(summed("messages", findings.messages()))
                .row(summed("calls of providers", findings.calls()));
    }

    private List<String> summed(String what, Map<String, Long> numbers) {
        double songs = ledger().songs();
        long all = numbers.values().stream().mapToLong(Long::longValue).sum();
        String parts = numbers.entrySet().stream()
                .map(each -> "%s %.2f".formatted(each.getKey(), each.getValue() / songs))
                .collect(Collectors.joining(", "));
        return List.of(what, "%.2f".formatted(all / songs), parts);
    }

    private Table tenths() {
        List<String> headings = new ArrayList<>(List.of("tenth", "songs/s", "CPU, all"));
        headings.addAll(ledger().components());
        Table table = new Table(headings.toArray(String[]::new));
        int number = 1;
        for (Slice slice : ledger().slices(TENTHS)) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(number++),
                    "%.1f".formatted(slice.rate()),
                    "%.1f".formatted(slice.cpuMillisASong())));
            ledger().components().forEach(component -> cells.add("%.1f".formatted(slice.cpuMillisASong(component))));
            table.row(cells);
        }
        return table;
    }

    private String sessions() {
        Activity activity = findings.activity();
        String waits = activity.waits().stream()
                .map(wait -> "%s %s"
                        .formatted(wait.getKey().isEmpty() ? "nothing" : wait.getKey(), percent(wait.getValue())))
                .collect(Collectors.joining(", "));
        Table statements = new Table("statement", "share of working sessions", "waiting for a lock");
        activity.statements(STATEMENTS)
                .forEach(each -> statements.row(
                        "`" + each.getKey().replace('`', '\'') + "`",
                        percent(each.getValue()),
                        percent(activity.locked(each.getKey()))));
        return "%,d looks, %.1f sessions at work in the mean. In %s of the looks one waited for a lock. Sessions at work waited for: %s.%n%n"
                        .formatted(activity.looks(), activity.sessionsALook(), percent(activity.looksWithLock()), waits)
                + statements;
    }

    private Table costs(String what, List<Cost> costs) {
        Table table = new Table(what, "calls a song", "ms a song", "ms a call");
        for (Cost each : costs) {
            table.row(
                    "`" + each.of().replace('`', '\'') + "`",
                    "%.2f".formatted(each.calls() / (double) ledger().songs()),
                    "%.2f".formatted(each.millis() / ledger().songs()),
                    "%.2f".formatted(each.millis() / Math.max(1, each.calls())));
        }
        return table;
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(share * 100);
    }

    private Ledger ledger() {
        return findings.ledger();
    }
}
