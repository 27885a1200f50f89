package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages on their way in, one by one and in batches. */
interface PgmqSendingContract extends PgmqUnderTest {

    @Test
    default void ids_rise_from_one_and_a_message_is_visible_at_once() {
        String queue = queue();
        assertThat(send(queue, "{\"n\": 1}")).isEqualTo(1);
        assertThat(send(queue, "{\"n\": 2}")).isEqualTo(2);
        assertThat(database().column("select message ->> 'n' from pgmq.read(?, 30, 10)", queue))
                .containsExactly("1", "2");
    }

    @Test
    default void all_six_ways_to_send_work() {
        String queue = queue();
        database().execute("select pgmq.send(?, '1'::jsonb)", queue);
        database().execute("select pgmq.send(?, '2'::jsonb, '{\"h\": 1}'::jsonb)", queue);
        database().execute("select pgmq.send(?, '3'::jsonb, 60)", queue);
        database().execute("select pgmq.send(?, '4'::jsonb, now() + interval '1 minute')", queue);
        database().execute("select pgmq.send(?, '5'::jsonb, '{\"h\": 1}'::jsonb, 60)", queue);
        database().execute("select pgmq.send(?, '6'::jsonb, '{\"h\": 1}'::jsonb, now() + interval '1 minute')", queue);
        assertThat(database()
                        .column("select message::text || case when headers is null then '' else 'h' end"
                                + " || case when vt > now() + interval '50 seconds' then 'd' else '' end"
                                + " from pgmq.q_" + queue + " order by msg_id"))
                .containsExactly("1", "2h", "3d", "4d", "5hd", "6hd");
    }

    @Test
    default void what_is_sent_is_readable_in_the_same_transaction() throws SQLException {
        String queue = queue();
        try (var connection = database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pgmq.send('" + queue + "', '1'::jsonb)");
            try (var read = statement.executeQuery("select msg_id from pgmq.read('" + queue + "', 1, 1)")) {
                assertThat(read.next()).isTrue();
            }
            connection.rollback();
        }
    }

    @Test
    default void a_message_in_the_past_is_visible_and_a_null_delay_is_refused() {
        String queue = queue();
        database().execute("select pgmq.send(?, '1'::jsonb, -5)", queue);
        assertThat(database().number("select count(*) from pgmq.read(?, 1, 1)", queue))
                .isEqualTo(1);
        assertRefused("23502", () -> database().execute("select pgmq.send(?, '1'::jsonb, null::integer)", queue));
    }

    @Test
    default void a_delay_is_kept_to_the_second() {
        String queue = queue();
        database().execute("select pgmq.send(?, '1'::jsonb, 90)", queue);
        database().execute("select pgmq.send_batch(?, array['2']::jsonb[], 90)", queue);
        assertThat(database()
                        .number("select count(*) from pgmq.q_" + queue
                                + " where vt - enqueued_at between interval '90 seconds' and interval '91 seconds'"))
                .isEqualTo(2);
    }

    @Test
    default void a_null_body_is_accepted_and_read_back_as_null() {
        String queue = queue();
        database().execute("select pgmq.send(?, null::jsonb)", queue);
        assertThat(database().isTrue("select message is null from pgmq.read(?, 1, 1)", queue))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "7", "\"text\"", "null", "{}"})
    default void headers_and_bodies_may_be_any_json(String json) {
        String queue = queue();
        database().execute("select pgmq.send(?, ?::jsonb, ?::jsonb)", queue, json, json);
        assertThat(database()
                        .isTrue(
                                "select message = ?::jsonb and headers = ?::jsonb from pgmq.read(?, 1, 1)",
                                json,
                                json,
                                queue))
                .isTrue();
    }

    @Test
    default void a_batch_keeps_its_order_and_its_headers() {
        String queue = queue();
        assertThat(database()
                        .column(
                                "select pgmq.send_batch(?, array['{\"n\":1}', '{\"n\":2}', null]::jsonb[],"
                                        + " array['{\"h\":1}', null, '{\"h\":3}']::jsonb[])",
                                queue))
                .containsExactly("1", "2", "3");
        assertThat(database()
                        .column("select coalesce(message ->> 'n', '-') || coalesce(headers ->> 'h', '-')"
                                + " from pgmq.q_" + queue + " order by msg_id"))
                .containsExactly("11", "2-", "-3");
        assertThat(database().number("select count(*) from pgmq.send_batch(?, array['1']::jsonb[], 60)", queue))
                .isEqualTo(1);
    }

    @Test
    default void a_batch_without_headers_has_none() {
        String queue = queue();
        database().execute("select pgmq.send_batch(?, array['1', '2']::jsonb[], null::jsonb[])", queue);
        database().execute("select pgmq.send_batch(?, array['3']::jsonb[], null::jsonb[], 0)", queue);
        assertThat(database().number("select count(*) from pgmq.read(?, 1, 9) where headers is null", queue))
                .isEqualTo(3);
    }

    @Test
    default void an_impossible_batch_is_refused() {
        String queue = queue();
        assertRefused("P0001", () -> database().execute("select pgmq.send_batch(?, null::jsonb[])", queue))
                .contains("msgs cannot be NULL or empty");
        assertRefused("P0001", () -> database().execute("select pgmq.send_batch(?, array[]::jsonb[])", queue));
        assertRefused(
                        "P0001",
                        () -> database()
                                .execute(
                                        "select pgmq.send_batch(?, array['1']::jsonb[], array['1', '2']::jsonb[])",
                                        queue))
                .contains("headers array length (2) must match msgs array length (1)");
    }

    @Test
    default void a_batch_of_headers_only_or_an_empty_list_of_headers_is_refused() {
        String queue = queue();
        assertRefused(
                "P0001",
                () -> database().execute("select pgmq.send_batch(?, array['1']::jsonb[], array[]::jsonb[])", queue));
        assertRefused(
                "P0001",
                () -> database().execute("select pgmq.send_batch(?, null::jsonb[], array['1']::jsonb[])", queue));
        assertRefused(
                "23502",
                () -> database().execute("select pgmq.send_batch(?, array['1']::jsonb[], null::integer)", queue));
    }
}
