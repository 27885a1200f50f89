package dev.producerdiscovery.worker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FlowersWorkerTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final DataSource asWorker = database.worker();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final FlowersWorker worker = new FlowersWorker(
            JdbcClient.create(asWorker),
            names -> names.stream().map(name -> "Roses for " + name).toList());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_batch_worker_is_tested_like_any_other() {
        owner.sql("create table greetings (text text not null)").update();
        owner.sql("grant insert on greetings to pipeline_worker").update();
        owner.sql("select register_queue('greeting')").query().listOfRows();

        assertThat(new ManualRunner(asWorker).run(worker, "{\"name\": \"Ada\"}").ending())
                .isEqualTo(Ending.DONE);

        assertThat(owner.sql("select text from greetings").query(String.class).list())
                .isEqualTo(List.of("Roses for Ada"));
    }
}
