package dev.producerdiscovery.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.benchmarks.Benchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Compares the contenders of this JVM over a few jobs, so that a benchmark that is seldom started does not rot. */
class QueuesBenchmarkTest {

    private static final List<String> CONTENDERS =
            List.of("raw PGMQ", "worker engine", "worker engine, deduplicating", "db-scheduler", "JobRunr");

    @TempDir
    private static Path folder;

    private static List<Row> rows = List.of();

    private record Row(String measure, String contender, String metric, double value) {}

    @BeforeAll
    static void compare() throws IOException {
        int exit = new CommandLine(Benchmarks.class)
                .execute(
                        "queues",
                        "--runs=1",
                        "--scale=0.005",
                        "--contenders=raw,engine,db-scheduler,jobrunr",
                        "--measures=enqueue,drain,latency",
                        "--no-defaults",
                        "--output=" + folder);
        assertThat(exit).isZero();
        rows = Files.readAllLines(folder.resolve("queues.csv")).stream()
                .skip(1)
                .map(line -> line.substring(1).split("\",\"|\","))
                .map(cells -> new Row(cells[0], cells[1], cells[2], Double.parseDouble(cells[3])))
                .toList();
    }

    @Test
    void every_contender_is_in_the_table_of_what_it_takes_part_in() throws IOException {
        Map<String, List<String>> contenders = rows.stream()
                .collect(Collectors.groupingBy(Row::measure, Collectors.mapping(Row::contender, Collectors.toList())));
        assertThat(contenders.get("drain, batch 100")).containsAll(CONTENDERS);
        assertThat(contenders.get("drain, batch 1")).contains("raw PGMQ", "raw PGMQ, 4 connections", "worker engine");
        assertThat(contenders.get("enqueue one by one"))
                .contains("raw PGMQ", "worker engine", "db-scheduler", "JobRunr");
        assertThat(contenders.get("latency")).contains("raw PGMQ", "worker engine", "db-scheduler", "JobRunr");
        assertThat(folder.resolve("queues.md")).content().contains("| worker engine |");
    }

    @Test
    void no_job_is_missing_and_none_was_handled_twice() {
        assertThat(rows)
                .filteredOn(row ->
                        row.metric().equals("jobs missing") || row.metric().equals("handled again"))
                .isNotEmpty()
                .allMatch(row -> row.value() == 0);
    }

    @Test
    void the_picture_shows_the_engine_beside_the_limit() {
        assertThat(folder.resolve("queues.svg")).content().startsWith("<svg").contains("raw PGMQ", "worker engine");
    }
}
