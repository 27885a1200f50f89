package dev.producerdiscovery.benchmarks.pipeline;

import java.util.List;
import java.util.stream.Collectors;

/** The slowest statements with their plans, as a section of the report; of what is very long, the beginning. */
record PlanList(List<SlowStatement> statements) {

    private static final int LINES = 40;

    /** Arguments hold all that is known about a song. */
    private static final int LENGTH = 300;

    String text() {
        return statements.stream()
                .map(PlanList::text)
                .collect(Collectors.joining(
                        "\n", "\n## Slowest statements\n\n", statements.isEmpty() ? "None took 200 ms.\n" : ""));
    }

    private static String text(SlowStatement statement) {
        List<String> lines = statement.plan().lines().toList();
        String rest = lines.size() > LINES ? "\n(%d lines more)".formatted(lines.size() - LINES) : "";
        return "%.0f ms: `%s`%n%n```%n%s%s%n```%n"
                .formatted(
                        statement.millis(),
                        beginning(statement.statement().replace('`', '\'')),
                        lines.stream().limit(LINES).map(PlanList::beginning).collect(Collectors.joining("\n")),
                        rest);
    }

    private static String beginning(String line) {
        return line.length() > LENGTH ? line.substring(0, LENGTH) + " …" : line;
    }
}
