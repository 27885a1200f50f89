package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the contract that nobody thinks of until it differs: nulls, limits, names, column names, boundaries of time. */
abstract class PgmqEdgeContract {

    private static final AtomicInteger QUEUES = new AtomicInteger();

    abstract Database database();

    final String queue() {
        String name = "contract_" + QUEUES.incrementAndGet();
        database().execute("select pgmq.create(?)", name);
        return name;
    }

    final long send(String queue, String body) {
        return database().number("select pgmq.send(?, ?::jsonb)", queue, body);
    }

    /** What a client sees of a result: name and type of each column. */
    private List<String> columns(String query) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var connection = database().dataSource().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var description = result.getMetaData();
            for (int i = 1; i <= description.getColumnCount(); i++) {
                columns.add(description.getColumnLabel(i) + " " + description.getColumnTypeName(i));
            }
        }
        return columns;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "send(%s, '{}'::jsonb)|send int8",
                "send_batch(%s, array['{}'::jsonb])|send_batch int8",
                "delete(%s, 1::bigint)|delete bool",
                "delete(%s, array[1]::bigint[])|delete int8",
                "archive(%s, 1::bigint)|archive bool",
                "archive(%s, array[1]::bigint[])|archive int8",
                "purge_queue(%s)|purge_queue int8",
                "drop_queue(%s)|drop_queue bool",
                "read(%s, 1, 1)|msg_id int8,read_ct int4,enqueued_at timestamptz,last_read_at timestamptz,"
                        + "vt timestamptz,message jsonb,headers jsonb",
                "pop(%s)|msg_id int8,read_ct int4,enqueued_at timestamptz,last_read_at timestamptz,"
                        + "vt timestamptz,message jsonb,headers jsonb",
                "set_vt(%s, 1::bigint, 1)|msg_id int8,read_ct int4,enqueued_at timestamptz,last_read_at timestamptz,"
                        + "vt timestamptz,message jsonb,headers jsonb",
                "metrics(%s)|queue_name text,queue_length int8,newest_msg_age_sec int4,oldest_msg_age_sec int4,"
                        + "total_messages int8,scrape_time timestamptz,queue_visible_length int8"
            })
    void results_have_the_documented_columns(String call, String columns) throws SQLException {
        assertThat(String.join(",", columns("select * from pgmq." + call.formatted("'" + queue() + "'"))))
                .isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create(null)",
                "send(null, '{}'::jsonb)",
                "send_batch(null, array['{}'::jsonb])",
                "read(null, 1, 1)",
                "pop(null)",
                "delete(null, 1::bigint)",
                "archive(null, 1::bigint)",
                "set_vt(null, 1::bigint, 1)",
                "purge_queue(null)",
                "metrics(null)"
            })
    void a_null_name_is_refused_everywhere(String call) {
        assertRefused("22004", () -> database().execute("select pgmq." + call));
    }

    @Test
    void dropping_a_null_name_drops_nothing() {
        assertThat(database().isTrue("select pgmq.drop_queue(null)")).isFalse();
    }

    @Test
    void a_null_quantity_is_all_there_is() {
        String queue = queue();
        send(queue, "1");
        send(queue, "2");
        assertThat(database().column("select msg_id from pgmq.read(?, 0, null) order by 1", queue))
                .containsExactly("1", "2");
        assertThat(database().column("select msg_id from pgmq.pop(?, null) order by 1", queue))
                .containsExactly("1", "2");
    }

    @Test
    void a_null_time_out_is_refused_once_there_is_a_message() {
        String queue = queue();
        assertThat(database().rows("select msg_id from pgmq.read(?, null, 1)", queue))
                .isEmpty();
        send(queue, "1");
        assertRefused("23502", () -> database().execute("select pgmq.read(?, null, 1)", queue));
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
    void no_ids_are_no_messages(String call) {
        String queue = queue();
        send(queue, "1");
        assertThat(database().rows("select * from pgmq." + call, queue)).isEmpty();
        assertThat(database().number("select count(*) from pgmq.q_" + queue)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete(?, array[1, 1]::bigint[])", "archive(?, array[1, 1]::bigint[])"})
    void an_id_that_is_named_twice_counts_once(String call) {
        String queue = queue();
        send(queue, "1");
        assertThat(database().column("select * from pgmq." + call, queue)).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "7", "\"text\"", "null", "{}"})
    void headers_and_bodies_may_be_any_json(String json) {
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
    void a_batch_without_headers_has_none() {
        String queue = queue();
        database().execute("select pgmq.send_batch(?, array['1', '2']::jsonb[], null::jsonb[])", queue);
        database().execute("select pgmq.send_batch(?, array['3']::jsonb[], null::jsonb[], 0)", queue);
        assertThat(database().number("select count(*) from pgmq.read(?, 1, 9) where headers is null", queue))
                .isEqualTo(3);
    }

    @Test
    void a_batch_of_headers_only_or_an_empty_list_of_headers_is_refused() {
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

    @Test
    void a_delay_is_kept_to_the_second() {
        String queue = queue();
        database().execute("select pgmq.send(?, '1'::jsonb, 90)", queue);
        database().execute("select pgmq.send_batch(?, array['2']::jsonb[], 90)", queue);
        assertThat(database()
                        .number("select count(*) from pgmq.q_" + queue
                                + " where vt - enqueued_at between interval '90 seconds' and interval '91 seconds'"))
                .isEqualTo(2);
    }

    @Test
    void a_message_falls_due_at_its_time_and_not_before() {
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
    void a_time_out_is_kept_to_the_microsecond_of_the_read() {
        String queue = queue();
        send(queue, "1");
        assertThat(database().text("select vt - last_read_at from pgmq.read(?, 3600, 1)", queue))
                .isEqualTo("01:00:00");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-5,1", "1,0", "2147483647,0"})
    void a_moved_lease_ends_when_it_says(int seconds, int visible) {
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
    void a_lease_is_moved_to_an_exact_moment() {
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

    @Test
    void what_is_sent_is_readable_in_the_same_transaction() throws SQLException {
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
    void the_oldest_ids_are_read_first_whatever_fell_due_first() {
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
    void a_name_at_the_limit_lives_a_whole_life() {
        String longest = "m".repeat(47);
        database().execute("select pgmq.create(?)", longest);
        send(longest, "1");
        send(longest, "2");
        database().execute("select pgmq.read(?, 0, 1)", longest);
        assertThat(database().isTrue("select pgmq.archive(?, 1::bigint)", longest))
                .isTrue();
        assertThat(database().number("select queue_length from pgmq.metrics(?)", longest))
                .isEqualTo(1);
        assertThat(database().number("select pgmq.purge_queue(?)", longest)).isEqualTo(1);
        assertThat(database().isTrue("select pgmq.drop_queue(?)", longest)).isTrue();
    }

    @Test
    void a_name_beyond_the_limit_names_nothing() {
        String longer = "n".repeat(48);
        assertRefused("P0001", () -> database().execute("select pgmq.create_unlogged(?)", longer));
        assertRefused("P0001", () -> database().execute("select pgmq.validate_queue_name(?)", longer));
        assertRefused("42P01", () -> send(longer, "1"));
        assertThat(database().isTrue("select pgmq.drop_queue(?)", longer)).isFalse();
    }

    @Test
    void a_name_is_listed_as_it_was_written_and_served_in_any_case() {
        database().execute("select pgmq.create('Contract_Mixed')");
        assertThat(send("contract_MIXED", "1")).isEqualTo(1);
        assertThat(send("Contract_Mixed", "1")).isEqualTo(2);
        assertThat(database()
                        .column("select queue_name from pgmq.list_queues() where lower(queue_name) = 'contract_mixed'"))
                .containsExactly("Contract_Mixed");
        assertThat(database().isTrue("select pgmq.drop_queue('contract_mixed')"))
                .isTrue();
        assertThat(database().number("select count(*) from pgmq.list_queues() where queue_name = 'Contract_Mixed'"))
                .as("listed until it is dropped by the name as written")
                .isEqualTo(1);
        assertThat(database().isTrue("select pgmq.drop_queue('Contract_Mixed')"))
                .isFalse();
        database().execute("delete from pgmq.meta where queue_name = 'Contract_Mixed'");
    }

    @Test
    void metrics_tell_the_hidden_from_the_visible_and_nothing_of_an_empty_queue() {
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
    void a_dropped_queue_can_be_created_anew_and_counts_from_one() {
        String queue = queue();
        send(queue, "1");
        database().execute("select pgmq.drop_queue(?)", queue);
        database().execute("select pgmq.create(?)", queue);
        assertThat(send(queue, "1")).isEqualTo(1);
    }
}
