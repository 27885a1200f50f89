package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are named by their ids: deleted, archived, or leased for longer. */
interface PgmqKnownMessagesContract extends PgmqUnderTest {

    @Test
    default void deleting_tells_what_was_really_deleted() {
        String queue = queue();
        send(queue, "{}");
        send(queue, "{}");
        assertThat(database().isTrue("select pgmq.delete(?, 1::bigint)", queue)).isTrue();
        assertThat(database().isTrue("select pgmq.delete(?, 1::bigint)", queue)).isFalse();
        assertThat(database().isTrue("select pgmq.delete(?, null::bigint)", queue))
                .isFalse();
        assertThat(database().column("select pgmq.delete(?, array[1, 2, 99]::bigint[])", queue))
                .containsExactly("2");
        assertThat(database().rows("select pgmq.delete(?, null::bigint[])", queue))
                .isEmpty();
    }

    @Test
    default void archiving_keeps_everything_of_the_message() {
        String queue = queue();
        database().execute("select pgmq.send(?, '{\"n\":1}'::jsonb, '{\"h\":1}'::jsonb)", queue);
        database().execute("select pgmq.read(?, 30, 1)", queue);
        assertThat(database().isTrue("select pgmq.archive(?, 1::bigint)", queue))
                .isTrue();
        assertThat(database().isTrue("select pgmq.archive(?, 1::bigint)", queue))
                .isFalse();
        assertThat(database().isTrue("select pgmq.archive(?, null::bigint)", queue))
                .isFalse();
        assertThat(database()
                        .text("select concat_ws('|', msg_id, read_ct, message, headers, last_read_at is not null,"
                                + " archived_at is not null) from pgmq.a_" + queue))
                .isEqualTo("1|1|{\"n\": 1}|{\"h\": 1}|t|t");
        send(queue, "{}");
        assertThat(database().column("select pgmq.archive(?, array[1, 2, 99]::bigint[])", queue))
                .containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete(?, array[]::bigint[])",
                "delete(?, array[null]::bigint[])",
                "archive(?, array[]::bigint[])",
                "archive(?, null::bigint[])",
                "set_vt(?, array[]::bigint[], 1)",
                "set_vt(?, null::bigint[], 1)",
                "set_vt(?, null::bigint, 1)"
            })
    default void no_ids_are_no_messages(String call) {
        String queue = queue();
        send(queue, "1");
        assertThat(database().rows("select * from pgmq." + call, queue)).isEmpty();
        assertThat(database().number("select count(*) from pgmq.q_" + queue)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete(?, array[1, 1]::bigint[])", "archive(?, array[1, 1]::bigint[])"})
    default void an_id_that_is_named_twice_counts_once(String call) {
        String queue = queue();
        send(queue, "1");
        assertThat(database().column("select * from pgmq." + call, queue)).containsExactly("1");
    }

    @Test
    default void a_lease_can_be_moved_one_by_one_and_together_without_counting_a_read() {
        String queue = queue();
        send(queue, "{}");
        send(queue, "{}");
        assertThat(database()
                        .number(
                                "select read_ct from pgmq.set_vt(?, 1::bigint, 60) where vt > now() + interval '50 seconds'",
                                queue))
                .isZero();
        assertThat(database().rows("select msg_id from pgmq.set_vt(?, 99::bigint, 60)", queue))
                .isEmpty();
        assertThat(database()
                        .column("select msg_id from pgmq.set_vt(?, array[1, 2, 99]::bigint[], 60) order by 1", queue))
                .containsExactly("1", "2");
        assertThat(database()
                        .column(
                                "select msg_id from pgmq.set_vt(?, array[2]::bigint[], now() - interval '1 second')",
                                queue))
                .containsExactly("2");
        assertThat(database().column("select msg_id from pgmq.set_vt(?, 1::bigint, now() + interval '1 hour')", queue))
                .containsExactly("1");
        assertThat(database().column("select msg_id from pgmq.read(?, 5, 9)", queue))
                .containsExactly("2");
        assertRefused("23502", () -> database().execute("select pgmq.set_vt(?, 1::bigint, null::integer)", queue));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-5,1", "1,0", "2147483647,0"})
    default void a_moved_lease_ends_when_it_says(int seconds, int visible) {
        String queue = queue();
        send(queue, "1");
        database().execute("select pgmq.read(?, 60, 1)", queue);
        assertThat(database()
                        .isTrue(
                                "select abs(extract(epoch from vt - clock_timestamp()) - ?::integer) < 1"
                                        + " from pgmq.set_vt(?, 1::bigint, ?)",
                                seconds,
                                queue,
                                seconds))
                .isTrue();
        assertThat(database().rows("select msg_id from pgmq.read(?, 60, 1)", queue))
                .hasSize(visible);
    }

    @Test
    default void a_lease_is_moved_to_an_exact_moment() {
        String queue = queue();
        send(queue, "1");
        assertThat(database()
                        .isTrue(
                                "select vt = '2042-01-02 03:04:05.678901+00'"
                                        + " from pgmq.set_vt(?, 1::bigint, '2042-01-02 03:04:05.678901+00'::timestamptz)",
                                queue))
                .isTrue();
        assertThat(database().isTrue("select last_read_at is null and read_ct = 0 from pgmq.q_" + queue))
                .isTrue();
    }
}
