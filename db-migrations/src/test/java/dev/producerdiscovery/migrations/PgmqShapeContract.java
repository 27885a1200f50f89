package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be seen of PGMQ from outside: tables, types, functions and columns of results. */
interface PgmqShapeContract extends PgmqUnderTest {

    @Test
    default void the_types_have_the_documented_columns_in_order() {
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
    default void the_functions_have_the_documented_signatures() {
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
    default void a_queue_has_a_table_and_an_archive_with_the_documented_columns_and_indexes() {
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
    default void results_have_the_documented_columns(String call, String columns) throws SQLException {
        assertThat(String.join(",", columns("select * from pgmq." + call.formatted("'" + queue() + "'"))))
                .isEqualTo(columns);
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
}
