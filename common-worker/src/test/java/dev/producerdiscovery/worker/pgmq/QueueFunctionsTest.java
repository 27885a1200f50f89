package dev.producerdiscovery.worker.pgmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class QueueFunctionsTest {

    private static final String QUEUE = "artist_discovery";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final DataSource worker = database.worker();
    private final PgmqClient queues = new PgmqClient(JdbcClient.create(worker));
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(worker));

    @BeforeEach
    void register() {
        owner.sql("select register_queue(?)").param(QUEUE).query().listOfRows();
    }

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
    void a_function_that_is_gone_is_done_without() {
        send();
        dropFunction();

        send();
        send();

        assertThat(waiting()).isEqualTo(3);
    }

    @Test
    void a_transaction_that_meets_a_function_that_is_gone_is_to_be_repeated() {
        send();
        dropFunction();

        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> send()))
                .isInstanceOf(ConcurrencyFailureException.class)
                .hasMessageContaining("worker_queues.send_" + QUEUE);
        transactions.executeWithoutResult(status -> send());

        assertThat(waiting()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_function_to_which_a_newer_version_gave_other_parameters_is_called_by_that_version(boolean knownBefore) {
        if (knownBefore) {
            send();
        }
        owner.sql("drop function worker_queues.send_" + QUEUE).update();
        owner.sql("create function worker_queues.send_" + QUEUE + "(p_bodies jsonb[], p_headers jsonb[], p_more text)"
                        + " returns setof bigint language sql"
                        + " as $$ select pgmq.send('" + QUEUE + "', jsonb_build_object('more', p_more)) $$")
                .update();
        owner.sql("create or replace function worker_send(p_queue_name text, p_bodies jsonb[], p_headers jsonb[])"
                        + " returns setof bigint language sql security definer"
                        + " as $$ select worker_queues.send_" + QUEUE + "(p_bodies, p_headers, 'new') $$")
                .update();

        send();
        send();
        send();

        assertThat(number("select count(*) from pgmq.q_" + QUEUE + " where message ->> 'more' = 'new'"))
                .isEqualTo(3);
    }

    @Test
    void a_queue_that_was_dropped_is_named_and_one_made_anew_is_served() {
        send();
        owner.sql("select pgmq.drop_queue(?)").param(QUEUE).query().singleValue();

        assertThatThrownBy(this::send).hasStackTraceContaining("p_queue_name names no queue: '" + QUEUE + "'");

        owner.sql("select register_queue(?)").param(QUEUE).query().listOfRows();
        send();
        assertThat(queues.claim(QUEUE, Duration.ofSeconds(30), 10, 1_000)).hasSize(1);
    }

    @Test
    void a_function_that_is_written_again_is_called_again_after_a_while() {
        MovedClock clock = new MovedClock();
        QueueFunctions functions = new QueueFunctions(JdbcClient.create(worker), clock);
        send(functions);
        dropFunction();
        send(functions);
        // The function for all queues has written it again; from now on it tells when it is called itself.
        assertThat(functions()).isEqualTo(1);
        owner.sql("create or replace function worker_send(p_queue_name text, p_bodies jsonb[], p_headers jsonb[])"
                        + " returns setof bigint language sql as $$ select -1::bigint $$")
                .update();
        assertThat(send(functions)).isEqualTo(-1);

        clock.now = clock.now.plus(Duration.ofMinutes(2));

        assertThat(send(functions)).isPositive();
    }

    private static long send(QueueFunctions functions) {
        return functions.call(
                QueueFunctions.Task.SEND,
                QUEUE,
                "?::text[]::jsonb[], ?::text[]::jsonb[]",
                statement -> statement.query(Long.class).single(),
                new String[] {"{}"},
                new String[] {"{}"});
    }

    private static final class MovedClock implements InstantSource {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }
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
