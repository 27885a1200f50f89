package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we rely on in PGMQ, run against each of its implementations. Where they differ, one of them is not PGMQ. */
abstract class PgmqContract extends PgmqEdgeContract {

    @Test
    void the_types_have_the_documented_columns_in_order() {
        assertThat(database().column("""
                        select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where c.relnamespace = 'pgmq'::regnamespace
                            and c.relname in ('message_record', 'queue_record', 'metrics_result')
                        order by c.relname, a.attnum
                        """))
                .containsExactly(
                        "message_record.msg_id bigint",
                        "message_record.read_ct integer",
                        "message_record.enqueued_at timestamp with time zone",
                        "message_record.last_read_at timestamp with time zone",
                        "message_record.vt timestamp with time zone",
                        "message_record.message jsonb",
                        "message_record.headers jsonb",
                        "metrics_result.queue_name text",
                        "metrics_result.queue_length bigint",
                        "metrics_result.newest_msg_age_sec integer",
                        "metrics_result.oldest_msg_age_sec integer",
                        "metrics_result.total_messages bigint",
                        "metrics_result.scrape_time timestamp with time zone",
                        "metrics_result.queue_visible_length bigint",
                        "queue_record.queue_name character varying",
                        "queue_record.is_partitioned boolean",
                        "queue_record.is_unlogged boolean",
                        "queue_record.created_at timestamp with time zone");
    }

    @Test
    void the_functions_have_the_documented_signatures() {
        assertThat(database().column("""
                        select signature
                        from pg_proc p
                        cross join lateral (
                            select p.proname || '(' || pg_get_function_arguments(p.oid) || ') '
                                || pg_get_function_result(p.oid) as signature
                        ) as s
                        where p.pronamespace = 'pgmq'::regnamespace
                            and p.proname in ('create', 'create_non_partitioned', 'create_unlogged', 'drop_queue',
                                'purge_queue', 'list_queues', 'detach_archive', 'validate_queue_name',
                                'format_table_name', 'acquire_queue_lock', 'send', 'send_batch', 'read',
                                'read_with_poll', 'pop', 'archive', 'delete', 'set_vt', 'metrics', 'metrics_all')
                        order by signature collate "C"
                        """))
                .containsExactly(
                        "acquire_queue_lock(queue_name text) void",
                        "archive(queue_name text, msg_id bigint) boolean",
                        "archive(queue_name text, msg_ids bigint[]) SETOF bigint",
                        "create(queue_name text) void",
                        "create_non_partitioned(queue_name text) void",
                        "create_unlogged(queue_name text) void",
                        "delete(queue_name text, msg_id bigint) boolean",
                        "delete(queue_name text, msg_ids bigint[]) SETOF bigint",
                        "detach_archive(queue_name text) void",
                        "drop_queue(queue_name text) boolean",
                        "drop_queue(queue_name text, partitioned boolean) boolean",
                        "format_table_name(queue_name text, prefix text) text",
                        "list_queues() SETOF pgmq.queue_record",
                        "metrics(queue_name text) pgmq.metrics_result",
                        "metrics_all() SETOF pgmq.metrics_result",
                        "pop(queue_name text, qty integer DEFAULT 1) SETOF pgmq.message_record",
                        "purge_queue(queue_name text) bigint",
                        "read(queue_name text, vt integer, qty integer, conditional jsonb DEFAULT '{}'::jsonb)"
                                + " SETOF pgmq.message_record",
                        "read_with_poll(queue_name text, vt integer, qty integer, max_poll_seconds integer DEFAULT 5,"
                                + " poll_interval_ms integer DEFAULT 100, conditional jsonb DEFAULT '{}'::jsonb)"
                                + " SETOF pgmq.message_record",
                        "send(queue_name text, msg jsonb) SETOF bigint",
                        "send(queue_name text, msg jsonb, delay integer) SETOF bigint",
                        "send(queue_name text, msg jsonb, delay timestamp with time zone) SETOF bigint",
                        "send(queue_name text, msg jsonb, headers jsonb) SETOF bigint",
                        "send(queue_name text, msg jsonb, headers jsonb, delay integer) SETOF bigint",
                        "send(queue_name text, msg jsonb, headers jsonb, delay timestamp with time zone) SETOF bigint",
                        "send_batch(queue_name text, msgs jsonb[]) SETOF bigint",
                        "send_batch(queue_name text, msgs jsonb[], delay integer) SETOF bigint",
                        "send_batch(queue_name text, msgs jsonb[], delay timestamp with time zone) SETOF bigint",
                        "send_batch(queue_name text, msgs jsonb[], headers jsonb[]) SETOF bigint",
                        "send_batch(queue_name text, msgs jsonb[], headers jsonb[], delay integer) SETOF bigint",
                        "send_batch(queue_name text, msgs jsonb[], headers jsonb[], delay timestamp with time zone)"
                                + " SETOF bigint",
                        "set_vt(queue_name text, msg_id bigint, vt integer) SETOF pgmq.message_record",
                        "set_vt(queue_name text, msg_id bigint, vt timestamp with time zone)"
                                + " SETOF pgmq.message_record",
                        "set_vt(queue_name text, msg_ids bigint[], vt integer) SETOF pgmq.message_record",
                        "set_vt(queue_name text, msg_ids bigint[], vt timestamp with time zone)"
                                + " SETOF pgmq.message_record",
                        "validate_queue_name(queue_name text) void");
    }

    @Test
    void a_queue_has_a_table_and_an_archive_with_the_documented_columns_and_indexes() {
        String queue = queue();
        String columns = """
                select attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
                from pg_attribute
                where attrelid = to_regclass(?) and attnum > 0
                order by attnum
                """;
        assertThat(database().column(columns, "pgmq.q_" + queue))
                .containsExactly(
                        "msg_id bigint not null",
                        "read_ct integer not null",
                        "enqueued_at timestamp with time zone not null",
                        "last_read_at timestamp with time zone",
                        "vt timestamp with time zone not null",
                        "message jsonb",
                        "headers jsonb");
        assertThat(database().column(columns, "pgmq.a_" + queue))
                .containsExactly(
                        "msg_id bigint not null",
                        "read_ct integer not null",
                        "enqueued_at timestamp with time zone not null",
                        "last_read_at timestamp with time zone",
                        "archived_at timestamp with time zone not null",
                        "vt timestamp with time zone not null",
                        "message jsonb",
                        "headers jsonb");
        assertThat(database()
                        .column(
                                "select indexname from pg_indexes where tablename in (?, ?) order by 1",
                                "q_" + queue,
                                "a_" + queue))
                .containsExactly(
                        "a_" + queue + "_pkey",
                        "archived_at_idx_" + queue,
                        "q_" + queue + "_pkey",
                        "q_" + queue + "_vt_idx");
    }

    @Test
    void creating_a_queue_again_changes_nothing() {
        String queue = queue();
        long id = send(queue, "{}");
        database().execute("select pgmq.create(?)", queue);
        assertThat(database().number("select msg_id from pgmq.read(?, 0, 1)", queue))
                .isEqualTo(id);
        assertThat(database().number("select count(*) from pgmq.list_queues() where queue_name = ?", queue))
                .isEqualTo(1);
    }

    @Test
    void an_unlogged_queue_has_a_logged_archive() {
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
    void a_name_of_47_characters_is_the_longest() {
        String longest = "l".repeat(47);
        database().execute("select pgmq.create(?)", longest);
        assertThat(send(longest, "1")).isEqualTo(1);
        assertRefused("P0001", () -> database().execute("select pgmq.create(?)", "l".repeat(48)))
                .contains("queue name is too long, maximum length is 47 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a'b", "a$b", "a--b", "x'; drop table pgmq.meta; --"})
    void a_name_with_dangerous_characters_is_refused(String name) {
        assertRefused("P0001", () -> database().execute("select pgmq.create(?)", name))
                .contains("invalid characters");
        assertRefused("P0001", () -> database().execute("select pgmq.send(?, '{}'::jsonb)", name));
    }

    @Test
    void odd_but_harmless_names_work_and_are_lower_cased_in_table_names() {
        database().execute("select pgmq.create(?)", "contract With space-dash \"quote");
        assertThat(send("contract With space-dash \"quote", "1")).isEqualTo(1);
        assertThat(database().text("select to_regclass(?)::text", "pgmq.\"q_contract with space-dash \"\"quote\""))
                .isNotNull();
        database().execute("select pgmq.drop_queue(?)", "contract With space-dash \"quote");
    }

    @Test
    void a_null_name_is_refused() {
        assertRefused("22004", () -> database().execute("select pgmq.create(null)"));
        assertRefused("22004", () -> database().execute("select pgmq.send(null, '{}'::jsonb)"));
    }

    @Test
    void an_unknown_queue_is_an_undefined_table() {
        for (String call : List.of(
                "pgmq.send('nowhere', '{}'::jsonb)",
                "pgmq.send_batch('nowhere', array['{}'::jsonb])",
                "pgmq.read('nowhere', 1, 1)",
                "pgmq.pop('nowhere')",
                "pgmq.delete('nowhere', 1::bigint)",
                "pgmq.archive('nowhere', 1::bigint)",
                "pgmq.set_vt('nowhere', 1::bigint, 1)",
                "pgmq.purge_queue('nowhere')",
                "pgmq.metrics('nowhere')")) {
            assertRefused("42P01", () -> database().execute("select " + call));
        }
    }

    @Test
    void ids_rise_from_one_and_a_message_is_visible_at_once() {
        String queue = queue();
        assertThat(send(queue, "{\"n\": 1}")).isEqualTo(1);
        assertThat(send(queue, "{\"n\": 2}")).isEqualTo(2);
        assertThat(database().column("select message ->> 'n' from pgmq.read(?, 30, 10)", queue))
                .containsExactly("1", "2");
    }

    @Test
    void all_six_ways_to_send_work() {
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
    void a_message_in_the_past_is_visible_and_a_null_delay_is_refused() {
        String queue = queue();
        database().execute("select pgmq.send(?, '1'::jsonb, -5)", queue);
        assertThat(database().number("select count(*) from pgmq.read(?, 1, 1)", queue))
                .isEqualTo(1);
        assertRefused("23502", () -> database().execute("select pgmq.send(?, '1'::jsonb, null::integer)", queue));
    }

    @Test
    void a_null_body_is_accepted_and_read_back_as_null() {
        String queue = queue();
        database().execute("select pgmq.send(?, null::jsonb)", queue);
        assertThat(database().isTrue("select message is null from pgmq.read(?, 1, 1)", queue))
                .isTrue();
    }

    @Test
    void a_batch_keeps_its_order_and_its_headers() {
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
    void an_impossible_batch_is_refused() {
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
    void reading_hides_counts_and_stamps() {
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
    void a_time_out_of_zero_shows_the_message_again_at_once() {
        String queue = queue();
        send(queue, "{}");
        database().execute("select pgmq.read(?, 0, 1)", queue);
        assertThat(database().number("select read_ct from pgmq.read(?, 0, 1)", queue))
                .isEqualTo(2);
    }

    @Test
    void a_conditional_read_takes_only_bodies_that_contain_it() {
        String queue = queue();
        send(queue, "{\"kind\": \"a\"}");
        send(queue, "{\"kind\": \"b\", \"more\": 1}");
        assertThat(database().column("select msg_id from pgmq.read(?, 30, 9, '{\"kind\": \"b\"}'::jsonb)", queue))
                .containsExactly("2");
        assertThat(database().column("select msg_id from pgmq.read(?, 30, 9, null::jsonb)", queue))
                .containsExactly("1");
    }

    @Test
    void reading_none_is_nothing_and_fewer_than_none_is_refused() {
        String queue = queue();
        send(queue, "{}");
        assertThat(database().rows("select msg_id from pgmq.read(?, 30, 0)", queue))
                .isEmpty();
        assertRefused("2201W", () -> database().execute("select pgmq.read(?, 30, -1)", queue));
        assertRefused("2201W", () -> database().execute("select pgmq.pop(?, -1)", queue));
    }

    @Test
    void polling_returns_at_once_when_there_is_a_message_and_empty_handed_at_the_end() {
        String queue = queue();
        assertThat(database().rows("select msg_id from pgmq.read_with_poll(?, 1, 1, 1, 50)", queue))
                .isEmpty();
        send(queue, "{}");
        assertThat(database().rows("select msg_id from pgmq.read_with_poll(?, 1, 1, 5, 50)", queue))
                .hasSize(1);
    }

    @Test
    void popping_takes_the_message_away_without_counting_a_read() {
        String queue = queue();
        send(queue, "{}");
        send(queue, "{}");
        assertThat(database().number("select read_ct from pgmq.pop(?)", queue)).isZero();
        assertThat(database().column("select msg_id from pgmq.pop(?, 5)", queue))
                .containsExactly("2");
        assertThat(database().rows("select msg_id from pgmq.pop(?)", queue)).isEmpty();
    }

    @Test
    void deleting_tells_what_was_really_deleted() {
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
    void archiving_keeps_everything_of_the_message() {
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

    @Test
    void a_lease_can_be_moved_one_by_one_and_together_without_counting_a_read() {
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

    @Test
    void a_read_that_is_rolled_back_never_happened() throws Exception {
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
    void purging_counts_and_ids_go_on() {
        String queue = queue();
        send(queue, "{}");
        send(queue, "{}");
        assertThat(database().number("select pgmq.purge_queue(?)", queue)).isEqualTo(2);
        assertThat(database().number("select pgmq.purge_queue(?)", queue)).isZero();
        assertThat(send(queue, "{}")).isEqualTo(3);
    }

    @Test
    void metrics_count_all_and_the_visible() {
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
    void a_dropped_queue_is_gone_and_dropping_it_again_is_false() {
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
    void detaching_an_archive_does_nothing() {
        String queue = queue();
        database().execute("select pgmq.detach_archive(?)", queue);
        assertThat(database().text("select to_regclass(?)::text", "pgmq.a_" + queue))
                .isNotNull();
    }

    @Test
    void every_message_is_read_once_by_many_readers() {
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
