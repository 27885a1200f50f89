package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several sessions want the same message to go to different places: it goes to one. */
class ContestedMovesTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String MOVE =
            "select move_to_dead_letter_queue('track_discovery', 'track_discovery_dlq', '%s', 'why')";

    @BeforeEach
    void emptyQueues() {
        DB.execute("select pgmq.purge_queue('track_discovery')");
        DB.execute("select pgmq.purge_queue('track_discovery_dlq')");
        DB.execute("truncate pgmq.a_track_discovery, pgmq_dead_letter_items, monitoring_events");
    }

    private static long claimed() {
        DB.execute("select pg_enqueue('track_discovery', '{\"n\": 1}')");
        return DB.number("select msg_id from worker_claim('track_discovery', interval '1 minute', 1)");
    }

    private static long places() {
        return DB.number("""
                select (select count(*) from pgmq.q_track_discovery)
                    + (select count(*) from pgmq.q_track_discovery_dlq)
                    + (select count(*) from pgmq.a_track_discovery)
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select worker_dead('track_discovery', %s, 1, 1, 'why')",
                "select exists (select from worker_archive('track_discovery', array[%s]::bigint[], array[1]))",
                "select pgmq_archive('track_discovery', %s)",
                "select worker_fail('track_discovery', %s, 1, 1, 'why', interval '1 second')",
                "select exists (select from worker_release('track_discovery', array[%s]::bigint[], array[1]))",
                "select reset_stuck_message('track_discovery', '%s')"
            })
    void a_message_that_is_moved_and_ended_otherwise_at_once_ends_in_one_place(String other) {
        for (int round = 0; round < 20; round++) {
            emptyQueues();
            long id = claimed();
            AtomicInteger turn = new AtomicInteger();
            Sessions.atOnce(4, () -> DB.isTrue((turn.getAndIncrement() % 2 == 0 ? MOVE : other).formatted(id)));
            assertThat(places()).isEqualTo(1);
            long dead = DB.number("select count(*) from pgmq.q_track_discovery_dlq");
            assertThat(DB.number("select count(*) from pgmq_dead_letter_items")).isEqualTo(dead);
            assertThat(DB.number("select count(*) from monitoring_events where event_type = 'message_moved_to_dlq'"))
                    .isEqualTo(dead);
        }
    }

    @Test
    void a_message_that_sessions_bandy_to_and_fro_stays_one_and_every_move_is_recorded() {
        claimed();
        AtomicInteger moves = new AtomicInteger();
        AtomicInteger returns = new AtomicInteger();
        Sessions.atOnce(6, () -> {
            for (int i = 0; i < 30; i++) {
                for (String id : DB.column("select msg_id from pgmq.q_track_discovery")) {
                    moves.addAndGet(DB.isTrue(MOVE.formatted(id)) ? 1 : 0);
                }
                for (String id : DB.column("select msg_id from pgmq.q_track_discovery_dlq")) {
                    returns.addAndGet(DB.isTrue("select reprocess_from_dlq('track_discovery_dlq', ?)", id) ? 1 : 0);
                }
            }
            return true;
        });
        assertThat(places()).isEqualTo(1);
        assertThat(moves.get() - returns.get())
                .isEqualTo((int) DB.number("select count(*) from pgmq.q_track_discovery_dlq"));
        assertThat(DB.number("select count(*) from pgmq_dead_letter_items")).isEqualTo(moves.get());
        assertThat(DB.number("select count(*) from monitoring_events")).isEqualTo(moves.get() + returns.get());
        assertThat(DB.column("select message ->> 'n' from pgmq.q_track_discovery union all"
                        + " select message ->> 'n' from pgmq.q_track_discovery_dlq"))
                .containsExactly("1");
    }
}
