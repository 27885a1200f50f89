package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Percentiles;
import dev.producerdiscovery.benchmarks.report.Results;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lets the worker engine work for long at a steady load, a minute a row. In the middle fifth a transaction holds a
 * snapshot, so that nothing can be vacuumed. Ends with 1 when memory, delay or tables grow without end.
 */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Lets the worker engine work for long at a steady load.")
public final class SoakBenchmark implements Callable<Integer> {

    private static final int MICROS_PER_MINUTE = 60_000_000;

    @Option(names = "--minutes", description = "how long (default: ${DEFAULT-VALUE})")
    private int minutes = 30;

    @Option(names = "--rate", description = "messages a second (default: ${DEFAULT-VALUE})")
    private int rate = 300;

    @Option(names = "--batch", description = "messages taken at a time (default: ${DEFAULT-VALUE})")
    private int batch = 10;

    @Override
    public Integer call() throws SQLException {
        Results results = new Results();
        try (Contest contest = Contest.open(List.of(Engine.ENGINE), false, results)) {
            System.out.println(Minute.HEADING);
            List<Minute> measured = measure(contest);
            List<String> complaints = new SoakVerdict(measured).complaints();
            complaints.forEach(System.out::println);
            System.out.println(complaints.isEmpty() ? "Steady." : "Not steady.");
            return complaints.isEmpty() ? 0 : 1;
        }
    }

    private List<Minute> measure(Contest contest) throws SQLException {
        ContenderProcess worker = contest.process(Engine.ENGINE);
        worker.ask("work", "plain", batch, "nothing");
        List<Minute> measured = new ArrayList<>();
        Connection holder = null;
        try {
            for (int minute = 0; minute < minutes; minute++) {
                boolean held = minute >= minutes * 2 / 5 && minute < minutes * 3 / 5;
                holder = held ? snapshot(contest, holder) : released(holder);
                Minute row = minute(contest, worker, minute, held);
                System.out.println(row.text());
                measured.add(row);
            }
        } finally {
            released(holder);
        }
        worker.ask("rest");
        return measured;
    }

    private Minute minute(Contest contest, ContenderProcess worker, int minute, boolean held) {
        int jobs = rate * 60;
        ContenderAnswer answer = worker.ask("latency", "plain", contest.numbers(jobs), jobs, MICROS_PER_MINUTE / jobs);
        Percentiles samples = answer.samples();
        return contest.server()
                .superuser(Engine.ENGINE)
                .sql("""
                        select
                            pg_stat_get_dead_tuples('pgmq.q_benchmark'::regclass) as dead,
                            pg_total_relation_size('pgmq.q_benchmark') as bytes
                        """)
                .query((row, number) -> new Minute(
                        minute + 1,
                        held,
                        samples.at(50),
                        samples.at(99),
                        samples.at(100),
                        worker.ask("memory").number("heap"),
                        row.getLong("dead"),
                        row.getLong("bytes"),
                        (long) answer.number("missing")))
                .single();
    }

    private static Connection snapshot(Contest contest, @Nullable Connection held) throws SQLException {
        if (held != null) {
            return held;
        }
        Connection connection = contest.server()
                .address(Engine.ENGINE)
                .dataSource(contest.server().owner())
                .getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.createStatement().execute("select count(*) from pgmq.meta");
        return connection;
    }

    private static @Nullable Connection released(@Nullable Connection held) throws SQLException {
        if (held != null) {
            held.close();
        }
        return null;
    }
}
