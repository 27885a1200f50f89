package dev.producerdiscovery.worker.pgmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.engine.WorkerBench;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which ends of a lease are put down to the message. */
class DeathsTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final WorkerBench bench = new WorkerBench();
    private final PgmqClient queues = bench.queues();

    @BeforeEach
    void send() {
        queues.sendRaw(QUEUE, "{}");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Lease claimed() {
        return queues.claim(QUEUE, LEASE, 1, 1_000_000).getFirst().lease();
    }

    private Lease claimedAfterItsEnd() {
        bench.owner()
                .sql("update pgmq.q_" + QUEUE + " set vt = clock_timestamp()")
                .update();
        return claimed();
    }

    private void lastSeen(String queue, String worker, Duration ago) {
        bench.owner().sql("""
                        insert into worker_heartbeats (queue_name, worker_id, lease, last_seen_at)
                        values (?::text, ?::text, interval '30 s', clock_timestamp() - ?::bigint * interval '1 second')
                        """).params(queue, worker, ago.toSeconds()).update();
    }

    private OptionalInt deaths() {
        return bench
                .owner()
                .sql("select coalesce((headers ->> 'deaths')::integer, 0) from pgmq.q_" + QUEUE)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .filter(deaths -> deaths > 0)
                .findFirst();
    }

    /** One death is noted, and the worker that handles the message alone then was last seen so long ago. */
    private void handledAlone(Duration lastSeen) {
        claimed();
        queues.handledAlone(QUEUE, claimedAfterItsEnd(), "alone");
        lastSeen(QUEUE, "alone", lastSeen);
    }

    @Test
    void a_first_reading_and_one_after_it_was_given_back_note_nothing() {
        Lease lease = claimed();
        assertThat(deaths()).isEmpty();

        queues.release(QUEUE, List.of(lease), Duration.ZERO);
        claimed();

        assertThat(deaths()).isEmpty();
    }

    @Test
    void a_lease_that_ends_without_a_word_counts_once_while_the_message_is_one_of_many() {
        claimed();
        claimedAfterItsEnd();
        assertThat(deaths()).hasValue(1);

        claimedAfterItsEnd();
        claimedAfterItsEnd();

        assertThat(deaths()).hasValue(1);
    }

    @Test
    void the_death_of_who_handled_it_alone_counts() {
        handledAlone(Duration.ofSeconds(20));

        claimedAfterItsEnd();

        assertThat(deaths()).hasValue(2);
    }

    @Test
    void a_worker_that_lives_and_only_lost_the_lease_does_not_count() {
        handledAlone(Duration.ofSeconds(1));

        claimedAfterItsEnd();

        assertThat(deaths()).hasValue(1);
    }

    @Test
    void whatever_ends_workers_of_several_queues_together_is_no_message() {
        handledAlone(Duration.ofSeconds(20));
        lastSeen("album_discovery", "another", Duration.ofSeconds(25));
        lastSeen("track_discovery", "third", Duration.ofSeconds(18));

        claimedAfterItsEnd();

        assertThat(deaths()).hasValue(1);
    }

    @Test
    void a_worker_of_one_other_queue_may_have_met_a_message_of_its_own() {
        handledAlone(Duration.ofSeconds(20));
        lastSeen("album_discovery", "another", Duration.ofSeconds(25));

        claimedAfterItsEnd();

        assertThat(deaths()).hasValue(2);
    }

    @Test
    void the_death_of_another_worker_of_the_same_queue_excuses_nothing() {
        handledAlone(Duration.ofSeconds(20));
        lastSeen(QUEUE, "another", Duration.ofSeconds(25));

        claimedAfterItsEnd();

        assertThat(deaths()).hasValue(2);
    }

    @Test
    void a_message_whose_handling_alone_came_to_any_end_is_cleared() {
        claimed();
        Lease failed = claimedAfterItsEnd();
        queues.handledAlone(QUEUE, failed, "alone");
        assertThat(deaths()).hasValue(1);

        queues.fail(QUEUE, failed, 1, "no answer", Duration.ZERO);

        assertThat(deaths()).isEmpty();
        assertThat(bench.owner()
                        .sql("select jsonb_exists(headers, 'alone') from pgmq.q_" + QUEUE)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
