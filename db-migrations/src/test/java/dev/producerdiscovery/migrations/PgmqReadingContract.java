package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which messages a reader gets, when, and what others see of it meanwhile. */
interface PgmqReadingContract extends PgmqUnderTest {

    @Test
    default void reading_hides_counts_and_stamps() {
        String queue = queue();
        send(queue, "{}");
        var row = database().rows("""
                select read_ct, last_read_at > now() - interval '1 minute' as stamped,
                    extract(epoch from vt - last_read_at)::int as hidden_for
                from pgmq.read(?, 30, 1)
                """, queue).getFirst();
        assertThat(row)
                .containsEntry("read_ct", 1)
                .containsEntry("stamped", true)
                .containsEntry("hidden_for", 30);
        assertThat(database().rows("select msg_id from pgmq.read(?, 30, 1)", queue))
                .isEmpty();
    }

    @Test
    default void a_time_out_of_zero_shows_the_message_again_at_once() {
        String queue = queue();
        send(queue, "{}");
        database().execute("select pgmq.read(?, 0, 1)", queue);
        assertThat(database().number("select read_ct from pgmq.read(?, 0, 1)", queue))
                .isEqualTo(2);
    }

    @Test
    default void a_time_out_is_kept_to_the_microsecond_of_the_read() {
        String queue = queue();
        for (int message = 0; message < 10; message++) {
            send(queue, "1");
        }
        // The least of ten reads: the extension looks at the clock twice, and now and then a microsecond goes by
        // between.
        assertThat(Stream.generate(() -> database().text("select vt - last_read_at from pgmq.read(?, 3600, 1)", queue))
                        .limit(10)
                        .min(Comparator.naturalOrder()))
                .contains("01:00:00");
    }

    @Test
    default void a_null_time_out_is_refused_once_there_is_a_message() {
        String queue = queue();
        assertThat(database().rows("select msg_id from pgmq.read(?, null, 1)", queue))
                .isEmpty();
        send(queue, "1");
        assertRefused("23502", () -> database().execute("select pgmq.read(?, null, 1)", queue));
    }

    @Test
    default void a_conditional_read_takes_only_bodies_that_contain_it() {
        String queue = queue();
        send(queue, "{\"kind\": \"a\"}");
        send(queue, "{\"kind\": \"b\", \"more\": 1}");
        assertThat(database().column("select msg_id from pgmq.read(?, 30, 9, '{\"kind\": \"b\"}'::jsonb)", queue))
                .containsExactly("2");
        assertThat(database().column("select msg_id from pgmq.read(?, 30, 9, null::jsonb)", queue))
                .containsExactly("1");
    }

    @Test
    default void reading_none_is_nothing_and_fewer_than_none_is_refused() {
        String queue = queue();
        send(queue, "{}");
        assertThat(database().rows("select msg_id from pgmq.read(?, 30, 0)", queue))
                .isEmpty();
        assertRefused("2201W", () -> database().execute("select pgmq.read(?, 30, -1)", queue));
        assertRefused("2201W", () -> database().execute("select pgmq.pop(?, -1)", queue));
    }

    @Test
    default void a_null_quantity_is_all_there_is() {
        String queue = queue();
        send(queue, "1");
        send(queue, "2");
        assertThat(database().column("select msg_id from pgmq.read(?, 0, null) order by 1", queue))
                .containsExactly("1", "2");
        assertThat(database().column("select msg_id from pgmq.pop(?, null) order by 1", queue))
                .containsExactly("1", "2");
    }

    @Test
    default void the_oldest_ids_are_read_first_whatever_fell_due_first() {
        String queue = queue();
        send(queue, "1");
        send(queue, "2");
        send(queue, "3");
        database().execute("select pgmq.set_vt(?, 1::bigint, -1)", queue);
        database().execute("select pgmq.set_vt(?, 3::bigint, -3600)", queue);
        assertThat(database().column("select msg_id from pgmq.read(?, 60, 2) order by 1", queue))
                .containsExactly("1", "2");
        assertThat(database().number("select msg_id from pgmq.pop(?)", queue)).isEqualTo(3);
    }

    @Test
    default void a_message_falls_due_at_its_time_and_not_before() {
        String queue = queue();
        database().execute("select pgmq.send(?, '1'::jsonb, clock_timestamp() + interval '600 milliseconds')", queue);
        assertThat(database().rows("select msg_id from pgmq.read(?, 1, 1)", queue))
                .isEmpty();
        assertThat(database()
                        .number(
                                "select extract(epoch from last_read_at - enqueued_at) * 1000"
                                        + " from pgmq.read_with_poll(?, 1, 1, 10, 10)",
                                queue))
                .isBetween(600L, 5_000L);
    }

    @Test
    default void polling_returns_at_once_when_there_is_a_message_and_empty_handed_at_the_end() {
        String queue = queue();
        assertThat(database().rows("select msg_id from pgmq.read_with_poll(?, 1, 1, 1, 50)", queue))
                .isEmpty();
        send(queue, "{}");
        assertThat(database().rows("select msg_id from pgmq.read_with_poll(?, 1, 1, 5, 50)", queue))
                .hasSize(1);
    }

    @Test
    default void popping_takes_the_message_away_without_counting_a_read() {
        String queue = queue();
        send(queue, "{}");
        send(queue, "{}");
        assertThat(database().number("select read_ct from pgmq.pop(?)", queue)).isZero();
        assertThat(database().column("select msg_id from pgmq.pop(?, 5)", queue))
                .containsExactly("2");
        assertThat(database().rows("select msg_id from pgmq.pop(?)", queue)).isEmpty();
    }

    @Test
    default void a_read_that_is_rolled_back_never_happened() throws Exception {
        String queue = queue();
        send(queue, "{}");
        try (var connection = database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pgmq.read('" + queue + "', 30, 1)");
            assertThat(database().rows("select msg_id from pgmq.read(?, 30, 1)", queue))
                    .as("others pass over it meanwhile")
                    .isEmpty();
            connection.rollback();
        }
        assertThat(database().number("select read_ct from pgmq.read(?, 30, 1)", queue))
                .isEqualTo(1);
    }

    @Test
    default void every_message_is_read_once_by_many_readers() {
        String queue = queue();
        database()
                .execute(
                        "select pgmq.send_batch(?, (select array_agg(to_jsonb(n)) from generate_series(1, 200) n))",
                        queue);
        List<List<String>> read = Sessions.atOnce(
                8,
                () -> database()
                        .column(
                                "select r.msg_id from generate_series(1, 10) n cross join lateral pgmq.read(?, 60, 4 + sign(n)::int) r",
                                queue));
        assertThat(read.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }
}
