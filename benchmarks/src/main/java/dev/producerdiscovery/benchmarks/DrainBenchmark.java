package dev.producerdiscovery.benchmarks;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.EmbeddedBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How fast a queue is emptied, by PGMQ as such and by the worker engine, at equal batch and durability. Runs alternate,
 * so that whatever else the machine does hits both; the table holds medians with the extremes beside them.
 */
@Command(name = "drain", mixinStandardHelpOptions = true, description = "Measures how fast a queue is emptied.")
final class DrainBenchmark implements Callable<Integer> {

    private static final String QUEUE = "benchmark";

    @Option(names = "--runs", description = "runs of each contender (default: ${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(names = "--scale", description = "multiplies the number of messages (default: ${DEFAULT-VALUE})")
    private double scale = 1;

    @Override
    public Integer call() throws Exception {
        BackendOptions durable = BackendOptions.temporary().durable(true);
        try (EmbeddedBackend backend = EmbeddedBackend.start(durable)) {
            backend.migrate();
            DataSource owner = backend.dataSource(backend.owner());
            // Only a superuser may ask for a checkpoint.
            JdbcClient jdbc = JdbcClient.create(backend.dataSource(backend.superuser()));
            jdbc.sql("select register_queue(?::text)").param(QUEUE).query().listOfRows();
            System.out.println(
                    "| batch | messages | raw PGMQ over JDBC, messages/s | worker engine, messages/s | ratio |");
            System.out.println("|---|---|---|---|---|");
            measure(owner, jdbc, 1, 2_000);
            measure(owner, jdbc, 10, 10_000);
            measure(owner, jdbc, 100, 40_000);
            return 0;
        }
    }

    private void measure(DataSource dataSource, JdbcClient jdbc, int batch, int messages) throws Exception {
        int count = (int) (messages * scale);
        Contender raw = new RawLoop();
        Contender engine = new WorkerEngineContender();
        // The first run of each compiles the code and fills the caches.
        once(raw, dataSource, jdbc, count / 4, batch);
        once(engine, dataSource, jdbc, count / 4, batch);
        List<Double> rawRates = new ArrayList<>();
        List<Double> engineRates = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            rawRates.add(once(raw, dataSource, jdbc, count, batch));
            engineRates.add(once(engine, dataSource, jdbc, count, batch));
        }
        Spread rawSpread = Spread.of(rawRates);
        Spread engineSpread = Spread.of(engineRates);
        System.out.printf(
                "| %d | %d | %s | %s | %.2f |%n",
                batch, count, rawSpread, engineSpread, engineSpread.median() / rawSpread.median());
    }

    private static double once(Contender contender, DataSource dataSource, JdbcClient jdbc, int messages, int batch)
            throws Exception {
        jdbc.sql("truncate pgmq.q_benchmark, pgmq.a_benchmark").update();
        jdbc.sql("""
                        select count(*)
                        from pgmq.send_batch(
                            ?::text,
                            array(
                                select jsonb_build_object('number', n, 'padding', repeat('x', 170))
                                from generate_series(1, ?::integer) n))
                        """).params(QUEUE, messages).query(Long.class).single();
        jdbc.sql("vacuum analyze pgmq.q_benchmark").update();
        jdbc.sql("checkpoint").update();
        long start = System.nanoTime();
        contender.drain(dataSource, QUEUE, messages, batch);
        double seconds = (System.nanoTime() - start) / 1e9;
        long archived = jdbc.sql("select count(distinct msg_id) from pgmq.a_benchmark")
                .query(Long.class)
                .single();
        if (archived != messages) {
            throw new IllegalStateException(
                    contender.name() + " archived " + archived + " of " + messages + " messages");
        }
        return messages / seconds;
    }
}
