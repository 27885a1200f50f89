package dev.producerdiscovery.benchmarks.report;

import static dev.producerdiscovery.benchmarks.report.Metric.CORE;
import static dev.producerdiscovery.benchmarks.report.Metric.DOUBLED;
import static dev.producerdiscovery.benchmarks.report.Metric.OUTSTANDING;
import static dev.producerdiscovery.benchmarks.report.Metric.P99;
import static dev.producerdiscovery.benchmarks.report.Metric.RATE;
import static dev.producerdiscovery.benchmarks.report.Metric.TRANSACTIONS_PER_SECOND;
import static dev.producerdiscovery.benchmarks.report.Report.ENGINE;
import static dev.producerdiscovery.benchmarks.report.Report.FAST_ENGINE;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** What the worker engine has to keep, beside what it did. A target that was not measured is left out. */
record Targets(Results results) {

    String table() {
        StringBuilder table = new StringBuilder("| target | measured | kept |\n|---|---|---|\n");
        drain(table, 1, 0.8);
        drain(table, 10, 0.8);
        drain(table, 100, 0.6);
        ahead(table, "enqueue one by one", RATE, ENGINE);
        ahead(table, "enqueue in hundreds", RATE, ENGINE);
        ahead(table, "drain, batch 100", RATE, FAST_ENGINE);
        ahead(table, "latency", P99, ENGINE);
        row(table, "p99 from enqueue to start under 25 ms", value("latency", P99), value -> value < 25);
        row(table, "behind parked messages at most half as fast", ratio("drain, batch 10", RATE), value -> value <= 2);
        row(table, "behind parked messages at most twice as late", later(), value -> value <= 2);
        row(table, "idle: under 1 transaction a second", value("idle", TRANSACTIONS_PER_SECOND), value -> value < 1);
        row(table, "idle: under 1 % of a core", value("idle", CORE), value -> value < 1);
        row(table, "one of two killed: nothing lost", value("one of two killed", OUTSTANDING), value -> value == 0);
        row(table, "one of two killed: no effect doubled", value("one of two killed", DOUBLED), value -> value == 0);
        return table.toString();
    }

    private void drain(StringBuilder table, int batch, double least) {
        String measure = "drain, batch " + batch;
        row(
                table,
                "drain at batch " + batch + ": at least " + least + " of the limit",
                value(measure, RATE).flatMap(any -> Report.ratio(results, measure, ENGINE)),
                value -> value >= least);
    }

    /** Of the others that do more than the limit does, which has no retries, leases that last, or history. */
    private void ahead(StringBuilder table, String measure, Metric metric, String engine) {
        Comparator<String> order = Comparator.comparingDouble(
                contender -> results.median(measure, contender, metric).orElse(Double.NaN));
        Optional<String> best = results.contenders(measure).stream()
                .filter(contender -> !contender.startsWith(ENGINE) && !contender.startsWith(Report.LIMIT))
                .filter(contender -> results.median(measure, contender, metric).isPresent())
                .max(metric.moreIsBetter() ? order : order.reversed());
        best.ifPresent(other -> row(
                table,
                measure + ", " + metric.label() + detail(engine) + ": ahead of the best other one, " + other + " ("
                        + metric.text(results.median(measure, other, metric).orElseThrow()) + ")",
                results.median(measure, engine, metric),
                value -> metric.moreIsBetter()
                        ? value > results.median(measure, other, metric).orElseThrow()
                        : value < results.median(measure, other, metric).orElseThrow()));
    }

    /** Which settings, where they are others than usual. */
    private static String detail(String engine) {
        return engine.substring(ENGINE.length());
    }

    private Optional<Double> ratio(String measure, Metric metric) {
        return value(measure, metric)
                .flatMap(before -> value(measure + ", behind parked", metric).map(behind -> before / behind));
    }

    private Optional<Double> later() {
        return value("latency", P99)
                .flatMap(before -> value("latency, behind parked", P99).map(behind -> behind / before));
    }

    private Optional<Double> value(String measure, Metric metric) {
        return results.median(measure, ENGINE, metric);
    }

    private static void row(StringBuilder table, String target, Optional<Double> measured, DoublePredicate kept) {
        measured.ifPresent(value ->
                table.append("| %s | %,.2f | %s |%n".formatted(target, value, kept.test(value) ? "yes" : "**no**")));
    }
}
