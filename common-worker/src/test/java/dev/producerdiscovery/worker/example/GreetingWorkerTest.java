package dev.producerdiscovery.worker.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class GreetingWorkerTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final DataSource asWorker = database.worker();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final ManualRunner runner = new ManualRunner(asWorker);
    private final GreetingWorker worker = new GreetingWorker(JdbcClient.create(asWorker));

    @BeforeEach
    void prepare() {
        owner.sql("create table greetings (text text not null)").update();
        owner.sql("grant insert on greetings to pipeline_worker").update();
        owner.sql("select register_queue('greeting'), register_queue('guest')")
                .query()
                .listOfRows();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_guest_is_greeted_and_passed_on() {
        Handled handled = runner.run(worker, "{\"name\": \"Ada\"}");

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(owner.sql("select text from greetings").query(String.class).single())
                .isEqualTo("Good morning, Ada");
        assertThat(handled.sentTo("guest")).hasSize(1);
    }

    @Test
    void a_message_without_a_name_is_dead() {
        Handled handled = runner.run(worker, "{}");

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("name");
    }
}
