package dev.producerdiscovery.worker.pgmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.engine.WorkerBench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class FencingTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final WorkerBench bench = new WorkerBench();
    private final PgmqClient queues = bench.queues();

    @AfterEach
    void close() {
        bench.close();
    }

    private Lease claimed() {
        return queues.claim(QUEUE, LEASE, 1, 1_000_000).getFirst().lease();
    }

    private Lease expiredAndTakenByAnother() {
        queues.sendRaw(QUEUE, "{}");
        Lease stale = claimed();
        bench.owner()
                .sql("update pgmq.q_" + QUEUE + " set vt = clock_timestamp()")
                .update();
        Lease current = claimed();
        assertThat(current.messageId()).isEqualTo(stale.messageId());
        assertThat(current.readCount()).isEqualTo(stale.readCount() + 1);
        return stale;
    }

    private Map<String, @Nullable Object> row() {
        return bench.owner().sql("select * from pgmq.q_" + QUEUE).query().singleRow();
    }

    @Test
    void a_stale_lease_ends_nothing() {
        Lease stale = expiredAndTakenByAnother();
        Map<String, @Nullable Object> before = row();

        assertThat(queues.archive(QUEUE, List.of(stale))).isEmpty();
        assertThat(queues.extend(QUEUE, List.of(stale), LEASE)).isEmpty();
        assertThat(queues.release(QUEUE, List.of(stale), Duration.ZERO)).isEmpty();
        assertThat(queues.fail(QUEUE, stale, 1, "late", Duration.ZERO)).isFalse();
        assertThat(queues.dead(QUEUE, stale, 1, "late", "{}")).isFalse();

        assertThat(row()).isEqualTo(before);
    }

    @Test
    void of_several_leases_only_those_still_held_are_archived() {
        Lease stale = expiredAndTakenByAnother();
        queues.sendRaw(QUEUE, "{}");
        Lease held = claimed();

        assertThat(queues.archive(QUEUE, List.of(stale, held))).containsExactly(held);
    }

    @Test
    void of_two_leases_of_one_message_that_a_stalled_process_holds_only_the_later_counts() {
        Lease stale = expiredAndTakenByAnother();
        Lease held = new Lease(stale.messageId(), stale.readCount() + 1);

        assertThat(queues.extend(QUEUE, List.of(held, stale), LEASE)).containsExactly(held);
        assertThat(queues.archive(QUEUE, List.of(held, stale))).containsExactly(held);
    }

    @Test
    void an_extended_lease_reaches_further_and_shows_a_sign_of_life() {
        queues.sendRaw(QUEUE, "{}");
        Lease lease = claimed();

        assertThat(queues.extend(QUEUE, List.of(lease), Duration.ofMinutes(5))).containsExactly(lease);

        assertThat(queues.nextDue(QUEUE, null, Duration.ofHours(2)).orElseThrow())
                .isGreaterThan(Duration.ofSeconds(250));
    }

    @Test
    void a_released_message_is_visible_at_once_or_after_its_delay() {
        queues.sendRaw(QUEUE, "{}");

        queues.release(QUEUE, List.of(claimed()), Duration.ZERO);
        assertThat(queues.nextDue(QUEUE, null, Duration.ofHours(2))).contains(Duration.ZERO);

        queues.release(QUEUE, List.of(claimed()), Duration.ofSeconds(60));
        assertThat(queues.nextDue(QUEUE, null, Duration.ofHours(2)).orElseThrow())
                .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }

    @Test
    void a_renewal_that_comes_after_a_put_back_does_not_take_the_place_of_its_delay() {
        queues.sendRaw(QUEUE, "{}");
        Lease lease = claimed();

        queues.fail(QUEUE, lease, 1, "not yet", Duration.ZERO);
        queues.extend(QUEUE, List.of(lease), LEASE);
        assertThat(queues.nextDue(QUEUE, null, Duration.ofHours(2))).contains(Duration.ZERO);

        Lease next = claimed();
        queues.release(QUEUE, List.of(next), Duration.ofHours(1));
        queues.extend(QUEUE, List.of(next), LEASE);
        assertThat(queues.release(QUEUE, List.of(next), Duration.ZERO)).isEmpty();
        assertThat(queues.nextDue(QUEUE, null, Duration.ofHours(2)).orElseThrow())
                .isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void a_message_that_was_read_in_vain_gets_its_place_in_the_queue_back() {
        queues.sendRaw(QUEUE, "{\"value\": \"urgent\", \"_priority\": 5}");
        Lease first = claimed();
        queues.sendRaw(QUEUE, "{\"value\": \"later\", \"_priority\": 4}");

        queues.release(QUEUE, List.of(first), Duration.ZERO);

        assertThat(claimed().messageId()).isEqualTo(first.messageId());
    }

    @Test
    void two_claims_at_once_never_get_the_same_message() {
        for (int i = 0; i < 20; i++) {
            queues.sendRaw(QUEUE, "{}");
        }

        List<Long> ids = IntStream.range(0, 8)
                .parallel()
                .boxed()
                .flatMap(i -> queues.claim(QUEUE, LEASE, 5, 1_000_000).stream())
                .map(message -> message.lease().messageId())
                .toList();

        assertThat(ids).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void a_claim_touches_none_of_the_parked_messages() {
        bench.owner().sql("""
                        insert into pgmq.q_artist_discovery (vt, message)
                        select clock_timestamp() + interval '1 hour', '{}'
                        from generate_series(1, 100000)
                        """).update();
        queues.sendRaw(QUEUE, "{\"live\": true}");
        bench.owner().sql("analyze pgmq.q_artist_discovery").update();
        long before = tuplesRead();

        assertThat(queues.claim(QUEUE, LEASE, 10, 1_000_000)).hasSize(1);
        assertThat(queues.claim(QUEUE, LEASE, 10, 1_000_000)).isEmpty();

        assertThat(tuplesRead() - before).isLessThan(50);
    }

    /** Rows that scans of the queue's table returned so far, by index or without. */
    private long tuplesRead() {
        // Statistics of another session arrive when that session is asked to report them.
        bench.jdbc()
                .sql("select pg_stat_force_next_flush()")
                .query((row, number) -> 0)
                .list();
        bench.jdbc().sql("select 1").query(Integer.class).single();
        return bench.owner().sql("""
                        select seq_tup_read + coalesce(idx_tup_fetch, 0)
                        from pg_stat_user_tables
                        where schemaname = 'pgmq'
                          and relname = 'q_artist_discovery'
                        """).query(Long.class).single();
    }

    @Test
    void an_urgent_message_overtakes_a_flood() {
        for (int i = 0; i < 50; i++) {
            queues.sendRaw(QUEUE, "{\"value\": \"flood\"}");
        }
        queues.sendRaw(QUEUE, "{\"value\": \"urgent\", \"_priority\": 5}");

        List<ClaimedMessage> first = queues.claim(QUEUE, LEASE, 1, 1_000_000);

        assertThat(first.getFirst().body()).contains("urgent");
    }

    @Test
    void a_flood_that_waits_long_enough_is_not_starved_by_urgent_messages() {
        queues.sendRaw(QUEUE, "{\"value\": \"old\"}");
        bench.owner()
                .sql("update pgmq.q_" + QUEUE + " set vt = vt - interval '6 hours'")
                .update();
        queues.sendRaw(QUEUE, "{\"value\": \"urgent\", \"_priority\": 5}");

        assertThat(queues.claim(QUEUE, LEASE, 1, 1_000_000).getFirst().body()).contains("old");
    }

    @Test
    void an_unknown_queue_and_bad_arguments_are_refused_by_name() {
        assertThatThrownBy(() -> queues.claim("no'such", LEASE, 1, 1_000_000))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("no''such");
        assertThatThrownBy(() -> queues.claim(QUEUE, LEASE, 0, 1_000_000))
                .hasMessageContaining("p_quantity must be at least 1");
        assertThatThrownBy(() -> queues.claim(QUEUE, Duration.ZERO, 1, 1_000_000))
                .hasMessageContaining("lease");
    }

    @Test
    void preparing_a_queue_again_changes_nothing() {
        String shape = "select string_agg(indexdef, ',' order by indexdef) from pg_indexes where schemaname = 'pgmq'";
        String before = bench.owner().sql(shape).query(String.class).single();

        bench.owner()
                .sql("select worker_prepare_queue(?::text)")
                .param(QUEUE)
                .query((row, number) -> 0)
                .list();

        assertThat(bench.owner().sql(shape).query(String.class).single()).isEqualTo(before);
    }

    @Test
    void a_reader_may_not_take_messages() {
        JdbcClient reader = JdbcClient.create(bench.database().as(PipelineRole.READER));

        assertThatThrownBy(() -> new PgmqClient(reader).claim(QUEUE, LEASE, 1, 1_000_000))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void nothing_of_an_empty_queue_is_due() {
        assertThat(queues.nextDue(QUEUE, null, Duration.ofHours(2))).isEmpty();
    }
}
