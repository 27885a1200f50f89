package dev.producerdiscovery.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what auto_explain wrote into PostgreSQL's log: a line with the duration, then the statement, its arguments and
 * the plan, each line with a tab before it; https://www.postgresql.org/docs/current/auto-explain.html
 */
final class SlowStatements {

    private static final Pattern BEGINNING = Pattern.compile("duration: ([0-9.]+) ms  plan:$");
    private static final String TEXT = "Query Text: ";
    private static final String ARGUMENTS = "Query Parameters: ";
    private static final String COST = "  (cost=";

    private SlowStatements() {}

    /** The longest of each statement, the longest first. */
    static List<SlowStatement> longest(List<String> log, int number) {
        Map<String, SlowStatement> longest = new LinkedHashMap<>();
        for (SlowStatement each : all(log)) {
            longest.merge(each.statement(), each, (one, other) -> one.millis() >= other.millis() ? one : other);
        }
        return longest.values().stream()
                .sorted(Comparator.comparingDouble(SlowStatement::millis).reversed())
                .limit(number)
                .toList();
    }

    static List<SlowStatement> all(List<String> log) {
        List<SlowStatement> statements = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            Matcher beginning = BEGINNING.matcher(log.get(i));
            if (beginning.find()) {
                int end = i + 1;
                while (end < log.size() && log.get(end).startsWith("\t")) {
                    end++;
                }
                statements.add(statement(
                        Double.parseDouble(beginning.group(1)),
                        log.subList(i + 1, end).stream()
                                .map(line -> line.substring(1))
                                .toList()));
                i = end - 1;
            }
        }
        return statements;
    }

    private static SlowStatement statement(double millis, List<String> lines) {
        int plan = 0;
        while (plan < lines.size()
                && !lines.get(plan).startsWith(ARGUMENTS)
                && !lines.get(plan).contains(COST)) {
            plan++;
        }
        String text =
                String.join(" ", lines.subList(0, plan)).replaceAll("\\s+", " ").strip();
        return new SlowStatement(
                millis,
                text.startsWith(TEXT) ? text.substring(TEXT.length()) : text,
                String.join("\n", lines.subList(plan, lines.size())));
    }
}
