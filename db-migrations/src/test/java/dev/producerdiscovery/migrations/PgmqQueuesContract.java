package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Queues as a whole: made, counted, purged and dropped. */
interface PgmqQueuesContract extends PgmqUnderTest {

    @Test
    default void creating_a_queue_again_changes_nothing() {
        String queue = queue();
        long id = send(queue, "{}");
        database().execute("select pgmq.create(?)", queue);
        assertThat(database().number("select msg_id from pgmq.read(?, 0, 1)", queue))
                .isEqualTo(id);
        assertThat(database().number("select count(*) from pgmq.list_queues() where queue_name = ?", queue))
                .isEqualTo(1);
    }

    @Test
    default void an_unlogged_queue_has_a_logged_archive() {
        String queue = "contract_unlogged";
        database().execute("select pgmq.create_unlogged(?)", queue);
        assertThat(database()
                        .column(
                                "select relname || relpersistence::text from pg_class where relname in (?, ?) order by 1",
                                "q_" + queue,
                                "a_" + queue))
                .containsExactly("a_contract_unloggedp", "q_contract_unloggedu");
        assertThat(database().isTrue("select is_unlogged from pgmq.list_queues() where queue_name = ?", queue))
                .isTrue();
    }

    @Test
    default void purging_counts_and_ids_go_on() {
        String queue = queue();
        send(queue, "{}");
        send(queue, "{}");
        assertThat(database().number("select pgmq.purge_queue(?)", queue)).isEqualTo(2);
        assertThat(database().number("select pgmq.purge_queue(?)", queue)).isZero();
        assertThat(send(queue, "{}")).isEqualTo(3);
    }

    @Test
    default void metrics_count_all_and_the_visible() {
        String queue = queue();
        assertThat(database()
                        .text(
                                "select concat_ws('|', queue_name, queue_length, coalesce(oldest_msg_age_sec, -1),"
                                        + " total_messages, queue_visible_length) from pgmq.metrics(?)",
                                queue))
                .isEqualTo(queue + "|0|-1|0|0");
        send(queue, "{}");
        send(queue, "{}");
        database().execute("select pgmq.read(?, 60, 1)", queue);
        database().execute("select pgmq.delete(?, 2::bigint)", queue);
        assertThat(database()
                        .text(
                                "select concat_ws('|', queue_length, oldest_msg_age_sec, newest_msg_age_sec,"
                                        + " total_messages, queue_visible_length) from pgmq.metrics(?)",
                                queue))
                .isEqualTo("1|0|0|2|0");
        assertThat(database().number("select count(*) from pgmq.metrics_all() where queue_name = ?", queue))
                .isEqualTo(1);
    }

    @Test
    default void metrics_tell_the_hidden_from_the_visible_and_nothing_of_an_empty_queue() {
        String queue = queue();
        assertThat(database()
                        .isTrue(
                                "select newest_msg_age_sec is null and oldest_msg_age_sec is null and"
                                        + " scrape_time = now() from pgmq.metrics(?)",
                                queue))
                .isTrue();
        send(queue, "1");
        database().execute("select pgmq.send(?, '1'::jsonb, 60)", queue);
        assertThat(database().text("select queue_length || '|' || queue_visible_length from pgmq.metrics(?)", queue))
                .isEqualTo("2|1");
    }

    @Test
    default void a_dropped_queue_is_gone_and_dropping_it_again_is_false() {
        String queue = queue();
        assertThat(database().isTrue("select pgmq.drop_queue(?)", queue)).isTrue();
        assertThat(database().text("select to_regclass(?)::text", "pgmq.q_" + queue))
                .isNull();
        assertThat(database().text("select to_regclass(?)::text", "pgmq.a_" + queue))
                .isNull();
        assertThat(database().isTrue("select pgmq.drop_queue(?)", queue)).isFalse();
        assertThat(database().isTrue("select pgmq.drop_queue(?, true)", queue)).isTrue();
    }

    @Test
    default void a_dropped_queue_can_be_created_anew_and_counts_from_one() {
        String queue = queue();
        send(queue, "1");
        database().execute("select pgmq.drop_queue(?)", queue);
        database().execute("select pgmq.create(?)", queue);
        assertThat(send(queue, "1")).isEqualTo(1);
    }

    @Test
    default void detaching_an_archive_does_nothing() {
        String queue = queue();
        database().execute("select pgmq.detach_archive(?)", queue);
        assertThat(database().text("select to_regclass(?)::text", "pgmq.a_" + queue))
                .isNotNull();
    }
}
