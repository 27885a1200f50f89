package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many sessions at the same queue, or at the same message, at once. */
class QueueSessionsTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void emptyQueues() {
        DB.execute("select pgmq.purge_queue(queue_name) from queue_registry");
    }

    @Test
    void messages_put_in_at_once_are_all_there_each_with_an_id_of_its_own() {
        assertThat(Sessions.atOnce(16, () -> DB.number("select pg_enqueue('track_discovery', '{}')")))
                .doesNotHaveDuplicates();
        assertThat(DB.number("select count(*) from pgmq.q_track_discovery")).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_delete_message('track_discovery', ?::text)",
                "pgmq_archive('track_discovery', ?::bigint)",
                "(cross_schema_queue_op('delete', 'track_discovery', ?, null) ->> 'success')::boolean",
                "(cross_schema_queue_op('archive', 'track_discovery', ?, null) ->> 'success')::boolean"
            })
    void of_many_sessions_that_end_one_message_one_does(String end) {
        String id = String.valueOf(DB.number("select pg_enqueue('track_discovery', '{}')"));
        assertThat(Sessions.atOnce(16, () -> DB.isTrue("select " + end, id))).containsOnlyOnce(true);
        assertThat(DB.number("select count(*) from pgmq.q_track_discovery")).isZero();
    }

    @Test
    void all_who_make_sure_that_a_message_is_gone_hear_that_it_is() {
        String id = String.valueOf(DB.number("select pg_enqueue('track_discovery', '{}')"));
        assertThat(Sessions.atOnce(16, () -> DB.isTrue("select ensure_message_deleted('track_discovery', ?)", id)))
                .containsOnly(true);
    }

    @Test
    void a_message_released_by_many_and_again_is_there_once() {
        String id = String.valueOf(DB.number("select pg_enqueue('track_discovery', '{}')"));
        DB.execute("select pg_dequeue('track_discovery', 1, 3600)");
        assertThat(Sessions.atOnce(16, () -> DB.isTrue("select pg_release_message('track_discovery', ?)", id)))
                .containsOnly(true);
        assertThat(DB.isTrue("select pg_release_message('track_discovery', ?)", id))
                .isTrue();
        assertThat(DB.json("select pg_dequeue('track_discovery')")).hasSize(1);
    }

    @Test
    void a_release_brings_no_message_to_the_end_of_the_line() {
        String first = String.valueOf(DB.number("select pg_enqueue('track_discovery', '{}')"));
        DB.execute("update pgmq.q_track_discovery set vt = now() - interval '1 hour'");
        assertThat(DB.isTrue("select pg_release_message('track_discovery', ?)", first))
                .isTrue();
        assertThat(DB.isTrue("select vt < now() - interval '59 minutes' from pgmq.q_track_discovery"))
                .isTrue();
    }

    @Test
    void no_message_is_read_by_two() {
        DB.execute("select pg_enqueue('track_discovery', '{}') from generate_series(1, 40)");
        List<List<String>> read =
                Sessions.atOnce(8, () -> DB.column("select msg_id from pgmq_read('track_discovery', 60, 5)"));
        assertThat(read.stream().flatMap(List::stream)).hasSize(40).doesNotHaveDuplicates();
        assertThat(DB.rows("select msg_id from pgmq_read('track_discovery', 60, 5)"))
                .isEmpty();
    }

    @Test
    void starts_at_once_send_a_message_each_with_the_same_key() {
        assertThat(Sessions.atOnce(16, () -> DB.number("select start_artist_discovery('Ottoline Vesper')")))
                .doesNotHaveDuplicates();
        // Which of them a worker does is decided by the key.
        assertThat(DB.column("select distinct message ->> '_idempotencyKey' from pgmq.q_artist_discovery"))
                .containsExactly("artist:name:ottoline vesper");
        String artist = DB.text("insert into artists (name, spotify_id) values ('Ottoline Vesper', 'o') returning id");
        assertThat(Sessions.atOnce(16, () -> DB.number("select start_album_discovery(?::uuid, 50)", artist)))
                .doesNotHaveDuplicates();
        assertThat(DB.column("select distinct message ->> '_idempotencyKey' from pgmq.q_album_discovery"))
                .hasSize(1);
        assertThat(Sessions.atOnce(16, () -> DB.column("select start_bulk_artist_discovery()")))
                .allSatisfy(ids -> assertThat(ids).hasSize(1))
                .doesNotHaveDuplicates();
    }

    @Test
    void sessions_that_register_different_queues_at_once_get_them() {
        AtomicInteger numbers = new AtomicInteger();
        assertThat(Sessions.atOnce(4, () -> DB.isTrue("select register_queue('y_' || ?)", numbers.incrementAndGet())))
                .containsOnly(true);
        assertThat(DB.number("select count(*) from pgmq.list_queues() where queue_name like 'y\\_%'"))
                .isEqualTo(8);
    }

    @Test
    void whoever_notes_the_same_message_twice_is_kept_twice() {
        Sessions.atOnce(4, () -> {
            DB.execute("select record_problematic_message('track_discovery', 'word', null, 'odd')");
            return true;
        });
        assertThat(DB.number("select count(*) from queue_mgmt.problematic_messages where not resolved"))
                .isEqualTo(4);
    }

    @Test
    void everything_can_be_looked_at_while_workers_work() {
        AtomicInteger sessions = new AtomicInteger();
        assertThat(Sessions.atOnce(8, () -> {
                    boolean worker = sessions.incrementAndGet() % 2 == 0;
                    for (int round = 0; round < 10; round++) {
                        DB.execute(worker ? WORK : LOOK);
                    }
                    return true;
                }))
                .containsOnly(true);
    }

    private static final String WORK = """
            select pg_enqueue('track_discovery', '{}'), pg_dequeue('track_discovery', 1, 0),
                move_to_dead_letter_queue('track_discovery', 'track_discovery_dlq', (
                    select min(msg_id)::text from pgmq.q_track_discovery), 'why'),
                reprocess_from_dlq('track_discovery_dlq', (select min(msg_id)::text from pgmq.q_track_discovery_dlq))
            """;

    private static final String LOOK = """
            select get_system_health(), count_stuck_messages('track_discovery', 0),
                (select count(*) from get_queue_monitoring_data()),
                (select count(*) from list_stuck_messages('track_discovery', 0)),
                (select count(*) from dlq_messages),
                (select count(*) from dead_letter_details),
                (select count(*) from queue_monitoring_view),
                (select count(*) from diagnose_queue_tables())
            """;
}
