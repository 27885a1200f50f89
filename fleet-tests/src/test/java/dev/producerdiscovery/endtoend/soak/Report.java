package dev.producerdiscovery.endtoend.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells how the soak goes, once a minute, and how it went. */
final class Report {

    private static final String ROW = "%-34s" + "%11s".repeat(Figure.values().length) + "%n";

    private final Path folder;
    private final Instant start = Instant.now();

    Report(Path folder) {
        this.folder = folder;
    }

    /** The latest of each figure. */
    void minute(Posting posting, Walk walk, List<Sample> samples) {
        StringBuilder table = new StringBuilder("%n%d s: %d runs, %d of them not yet ended; %d addresses got%n"
                .formatted(
                        Duration.between(start, Instant.now()).toSeconds(),
                        posting.posted(),
                        posting.running().size(),
                        walk.gets()));
        table.append(
                row("", List.of(Figure.values()).stream().map(Figure::title).toList()));
        Map<String, Map<Figure, String>> latest = new LinkedHashMap<>();
        samples.forEach(sample -> latest.computeIfAbsent(sample.process(), process -> new EnumMap<>(Figure.class))
                .put(sample.figure(), number(sample.value())));
        latest.forEach((process, values) -> table.append(row(
                process,
                List.of(Figure.values()).stream()
                        .map(figure -> values.getOrDefault(figure, "-"))
                        .toList())));
        System.out.println(table);
        // In case that it is ended before the end.
        write("samples.csv", csv(samples));
    }

    /** All samples, and the verdict, as files and on standard output. */
    void end(Posting posting, Walk walk, List<Sample> samples, List<Flatness> verdicts, List<String> findings) {
        List<String> summary = new ArrayList<>();
        summary.add("%d runs, %d of them did not end; %d addresses got in %d s"
                .formatted(
                        posting.posted(),
                        posting.running().size(),
                        walk.gets(),
                        Duration.between(start, Instant.now()).toSeconds()));
        summary.add("| process | figure | second quarter | last quarter | growth, % | flat |");
        summary.add("|---|---|---|---|---|---|");
        for (Flatness verdict : verdicts) {
            summary.add("| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            verdict.process(),
                            verdict.figure().title(),
                            number(verdict.before()),
                            number(verdict.after()),
                            verdict.before() == 0 ? "-" : number((verdict.after() / verdict.before() - 1) * 100),
                            verdict.isFlat() ? "yes" : "NO"));
        }
        summary.add(findings.isEmpty() ? "Everything was as it should be." : "What was not as it should be:");
        findings.forEach(finding -> summary.add("- " + finding));
        summary.add("Addresses, and whether they were ever answered well:");
        walk.answered().forEach((shape, well) -> summary.add("- " + shape + (well ? "" : ": never")));
        write("summary.txt", summary);
        write("samples.csv", csv(samples));
        System.out.println(String.join("\n", summary));
    }

    private static List<String> csv(List<Sample> samples) {
        List<String> lines = new ArrayList<>();
        lines.add("at,process,pid,figure,value");
        samples.forEach(sample -> lines.add(String.join(
                ",",
                sample.at().toString(),
                sample.process(),
                Long.toString(sample.pid()),
                sample.figure().title(),
                String.format(Locale.ROOT, "%.2f", sample.value()))));
        return lines;
    }

    private static String row(String name, List<String> values) {
        List<Object> cells = new ArrayList<>();
        cells.add(name);
        cells.addAll(values);
        return ROW.formatted(cells.toArray());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void write(String name, List<String> lines) {
        try {
            Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
