package dev.producerdiscovery.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private final Results results = new Results();

    @TempDir
    private Path folder;

    @Test
    void medians_stand_with_their_extremes_beside_them() {
        assertThat(Spread.of(List.of(3.0, 1.0, 200.0)).text(Metric.RATE)).isEqualTo("3 (1 to 200)");
        assertThat(Spread.of(List.of(4.0, 1.0)).median()).isEqualTo(2.5);
    }

    @Test
    void a_ratio_above_one_is_better_than_the_limit_whether_more_or_less_is_better() {
        results.add("drain", Report.LIMIT, Metric.RATE, 100);
        results.add("drain", "worker engine", Metric.RATE, 80);
        results.add("latency", Report.LIMIT, Metric.P99, 90);
        results.add("latency", "worker engine", Metric.P99, 9);
        assertThat(Report.ratio(results, "drain", "worker engine")).contains(0.8);
        assertThat(Report.ratio(results, "latency", "worker engine")).contains(10.0);
    }

    @Test
    void a_target_that_is_missed_is_told() throws IOException {
        results.add("drain, batch 10", Report.LIMIT, Metric.RATE, 100);
        results.add("drain, batch 10", "worker engine", Metric.RATE, 79);
        results.add("latency", Report.LIMIT, Metric.P99, 90);
        results.add("latency", "worker engine", Metric.P99, 24);
        assertThat(new Report(results, List.of()).write(folder))
                .contains("| drain at batch 10: at least 0.8 of the limit | 0.79 | **no** |")
                .contains("| p99 from enqueue to start under 25 ms | 24.00 | yes |");
    }

    @Test
    void the_best_of_the_others_has_to_be_beaten_but_not_the_limit() throws IOException {
        results.add("enqueue in hundreds", Report.LIMIT, Metric.RATE, 900);
        results.add("enqueue in hundreds", "worker engine", Metric.RATE, 500);
        results.add("enqueue in hundreds", "db-scheduler", Metric.RATE, 400);
        results.add("enqueue in hundreds", "JobRunr", Metric.RATE, 600);
        assertThat(new Report(results, List.of()).write(folder))
                .contains("ahead of the best other one, JobRunr (600) | 500.00 | **no** |");
    }

    @Test
    void who_was_left_out_is_said_once() throws IOException {
        results.remark("pg-boss is left out: there is no npm");
        results.remark("pg-boss is left out: there is no npm");
        assertThat(new Report(results, List.of()).write(folder)).containsOnlyOnce("there is no npm");
    }

    @Test
    void a_percentile_is_a_sample_that_so_many_did_not_exceed() {
        Percentiles hundred = new Percentiles(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList());
        assertThat(hundred.at(99)).isEqualTo(99);
        assertThat(hundred.at(50)).isEqualTo(50);
        assertThat(new Percentiles(List.of()).at(99)).isNaN();
    }
}
