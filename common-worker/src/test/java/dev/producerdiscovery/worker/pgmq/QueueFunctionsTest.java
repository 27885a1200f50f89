package dev.producerdiscovery.worker.pgmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

class QueueFunctionsTest {

    private static final String QUEUE = "artist_discovery";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final PgmqClient queues = new PgmqClient(JdbcClient.create(database.worker()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_queue_whose_functions_nobody_wrote_yet_is_served() {
        dropFunction();

        send();
        send();

        assertThat(waiting()).isEqualTo(2);
        assertThat(functions()).isEqualTo(1);
    }

    @Test
    void a_function_that_is_gone_fails_one_call_and_is_found_anew_by_the_next() {
        send();
        dropFunction();

        assertThatThrownBy(this::send).isInstanceOf(BadSqlGrammarException.class);
        send();

        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void a_function_to_which_a_newer_version_gave_other_parameters_is_called_by_that_version() {
        send();
        dropFunction();
        owner.sql("create function worker_queues.send_" + QUEUE
                        + "(p_bodies jsonb[], p_more text default '', p_headers jsonb[] default null)"
                        + " returns setof bigint language sql as 'select 17::bigint'")
                .update();
        owner.sql("create or replace function worker_send(p_queue_name text, p_bodies jsonb[], p_headers jsonb[])"
                        + " returns setof bigint language sql security definer"
                        + " as $$ select worker_queues.send_" + QUEUE + "(p_bodies, '', p_headers) $$")
                .update();

        assertThatThrownBy(this::send).isInstanceOf(BadSqlGrammarException.class);
        send();
        send();
    }

    @Test
    void a_queue_that_was_dropped_is_named_and_one_made_anew_is_served() {
        send();
        owner.sql("select pgmq.drop_queue(?)").param(QUEUE).query().singleValue();

        assertThatThrownBy(this::send).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(this::send).hasStackTraceContaining("p_queue_name names no queue: '" + QUEUE + "'");

        owner.sql("select register_queue(?)").param(QUEUE).query().listOfRows();
        send();
        assertThat(queues.claim(QUEUE, Duration.ofSeconds(30), 10, 1_000)).hasSize(1);
    }

    private void send() {
        queues.send(List.of(new OutgoingMessage(QUEUE, "{}", "{}")));
    }

    private void dropFunction() {
        owner.sql("drop function worker_queues.send_" + QUEUE).update();
    }

    private long functions() {
        return number("select count(*) from pg_proc where proname = 'send_" + QUEUE + "'");
    }

    private long waiting() {
        return number("select count(*) from pgmq.q_" + QUEUE);
    }

    private long number(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }
}
