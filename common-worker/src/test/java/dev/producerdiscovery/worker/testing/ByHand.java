package dev.producerdiscovery.worker.testing;

import dev.producerdiscovery.worker.engine.TestWorker;
import dev.producerdiscovery.worker.engine.WorkerBench;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that step a worker by hand. */
abstract class ByHand {

    static final String QUEUE = WorkerBench.QUEUE;
    static final String NEXT = WorkerBench.NEXT;
    static final String BODY = "{\"value\": \"x\"}";

    final WorkerBench bench = new WorkerBench();
    final DataSource worker = bench.database().worker();
    final JdbcClient jdbc = JdbcClient.create(worker);
    final JdbcClient owner = bench.owner();
    final ManualRunner runner = new ManualRunner(worker);

    @AfterEach
    void close() {
        bench.close();
    }

    void write(String value) {
        jdbc.sql("insert into effects (value) values (?::text)").param(value).update();
    }

    long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    TestWorker workerThat(TestWorker.Handler handler, String... providers) {
        return new TestWorker(handler, providers);
    }

    void takeOver(long messageId) {
        owner.sql("update pgmq.q_" + QUEUE + " set read_ct = read_ct + 1 where msg_id = ?")
                .param(messageId)
                .update();
    }

    void makeVisible() {
        owner.sql("update pgmq.q_" + QUEUE + " set vt = clock_timestamp()").update();
    }

    @Nullable
    String header(String name) {
        return owner.sql("select headers->>? from pgmq.q_" + QUEUE)
                .param(name)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    double secondsUntilVisible() {
        return owner.sql("select extract(epoch from vt - clock_timestamp()) from pgmq.q_" + QUEUE)
                .query(Double.class)
                .single();
    }
}
