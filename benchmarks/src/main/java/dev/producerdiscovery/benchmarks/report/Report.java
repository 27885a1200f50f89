package dev.producerdiscovery.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes results for readers: {@code queues.md}, {@code queues.csv} with every single figure, and {@code queues.svg}. */
public record Report(Results results, List<String> conditions) {

    /** Whom the others are compared with. */
    public static final String LIMIT = "raw PGMQ";

    /** The worker engine as it is measured everywhere. */
    public static final String ENGINE = "worker engine";

    /** The worker engine with the settings for much to do. */
    public static final String FAST_ENGINE = ENGINE + ", batch handler, two batches in flight";

    /** @return the text of the report */
    public String write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String text = text();
        Files.writeString(folder.resolve("queues.md"), text);
        Files.writeString(folder.resolve("queues.csv"), csv());
        Files.writeString(folder.resolve("queues.svg"), new Chart(results).svg());
        return text;
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder("# Queue engines compared\n\n");
        conditions.forEach(condition -> text.append("- ").append(condition).append('\n'));
        results.remarks().forEach(remark -> text.append("- **").append(remark).append("**\n"));
        text.append("\nMedians, with the extremes of the runs beside them. The last column compares with ")
                .append(LIMIT)
                .append(": above 1 is better than it.\n\n![Ratios to the limit](queues.svg)\n\n");
        text.append(new Targets(results).table());
        for (String measure : results.measures()) {
            text.append("\n## ").append(capitalized(measure)).append("\n\n").append(table(measure));
        }
        return text.append('\n').append(semantics()).toString();
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String table(String measure) {
        List<Metric> metrics = results.metrics(measure);
        boolean compared = ratio(results, measure, LIMIT).isPresent();
        StringBuilder table = new StringBuilder();
        table.append(row("contender", metrics.stream().map(Metric::label).toList(), compared ? "ratio" : null));
        table.append(row("---", Collections.nCopies(metrics.size(), "---"), compared ? "---" : null));
        for (String contender : results.contenders(measure)) {
            List<String> cells = metrics.stream()
                    .map(metric -> results.spread(measure, contender, metric)
                            .map(spread -> spread.text(metric))
                            .orElse(""))
                    .toList();
            String ratio =
                    ratio(results, measure, contender).map("%.2f"::formatted).orElse("");
            table.append(row(contender, cells, compared ? ratio : null));
        }
        return table.toString();
    }

    private static String row(String first, List<String> middle, @Nullable String last) {
        Stream<String> cells = Stream.of(Stream.of(first), middle.stream(), Stream.ofNullable(last))
                .flatMap(Function.identity());
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** How a contender compares with the limit: in jobs a second, else in the slowest hundredth. Above 1 is better. */
    static Optional<Double> ratio(Results results, String measure, String contender) {
        Metric metric = results.metrics(measure).contains(Metric.RATE) ? Metric.RATE : Metric.P99;
        return results.median(measure, contender, metric)
                .flatMap(value -> results.median(measure, LIMIT, metric)
                        .map(limit -> metric.moreIsBetter() ? value / limit : limit / value));
    }

    private String csv() {
        return results.observations().stream()
                .map(observation -> "\"%s\",\"%s\",\"%s\",%s"
                        .formatted(
                                observation.measure(),
                                observation.contender(),
                                observation.metric().label(),
                                observation.value()))
                .collect(Collectors.joining("\n", "measure,contender,metric,value\n", "\n"));
    }

    private static String semantics() throws IOException {
        try (InputStream text = Objects.requireNonNull(Report.class.getResourceAsStream("semantics.md"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
