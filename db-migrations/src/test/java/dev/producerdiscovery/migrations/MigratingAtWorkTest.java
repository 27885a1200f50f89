package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The oldest release is upgraded while services go on working. */
@Timeout(180)
class MigratingAtWorkTest {

    private static final Duration NOTICEABLE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private Database database;
    private final ConcurrentMap<String, Duration> slowest = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> rounds = new ConcurrentHashMap<>();
    private volatile boolean working = true;

    @BeforeEach
    void livingDatabase() throws Exception {
        database = ReleasedSchema.oldest().install(folder);
        ReleasedSchema.live(database);
        database.execute(
                "select pg_enqueue('social_enrichment', jsonb_build_object('n', n)) from generate_series(1, 50) n");
        database.execute("update queue_registry set active = true");
        // Several steps of the backfill.
        database.execute("insert into producers (name, normalized_name)"
                + " select 'Cora Quill ' || n, 'cora quill ' || n from generate_series(1, 1200) n");
    }

    @Test
    void workers_go_on_without_an_error_or_a_noticeable_wait_and_nothing_is_lost() throws Exception {
        List<String> jobs = List.of(
                "select pg_enqueue('artist_discovery', '{\"_correlationId\": \"00000000-0000-4000-8000-000000000001\"}')",
                """
                with held as materialized (
                    select array_agg(msg_id) as ids, array_agg(read_ct) as reads
                    from worker_claim('artist_discovery', interval '1 minute', 3)
                )
                select worker_archive('artist_discovery', ids, reads) from held where ids is not null
                """,
                """
                with held as materialized (
                    select msg_id, read_ct
                    from worker_claim('social_enrichment', interval '1 minute', 1)
                )
                select worker_fail('social_enrichment', msg_id, read_ct, 1, 'again', interval '0') from held
                """,
                """
                select process_track_batch(
                    array(
                        select jsonb_build_object('name', 'Ebb ' || n, 'spotify_id', 'at-work-' || n)
                        from generate_series(1, 10) n),
                    a.id,
                    a.artist_id)
                from albums a
                where a.spotify_id = 'upgrade-album'
                """,
                "select apply_song_credits(id) from (select id from normalized_tracks order by random() limit 1) one",
                "select settle_song(id, '[]') from (select id from normalized_tracks order by random() limit 1) one",
                "select record_producer_profile(id, '{\"email\": \"a@example.org\"}', '[]')"
                        + " from (select id from producers order by random() limit 1) one",
                "select * from search_producers('Ada Vel')",
                "select check_artist_pipeline_progress(id) from artists",
                "select discovery_run_progress(correlation_id) from discovery_runs",
                "select * from get_queue_monitoring_data()",
                "select record_problematic_message('track_discovery', '30', '{}', 'odd')",
                "select worker_report_issue('track-discovery', 'outage', 'no answer', '{}', 1)",
                "select move_to_dead_letter_queue('album_discovery', 'album_discovery_dlq',"
                        + " (select min(msg_id)::text from pgmq.q_album_discovery), 'why')",
                "select reprocess_from_dlq('album_discovery_dlq',"
                        + " (select min(msg_id)::text from pgmq.q_album_discovery_dlq))");
        try (ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = new ArrayList<>();
            jobs.forEach(job -> running.add(sessions.submit(() -> repeat(job))));
            try {
                awaitThreeRounds(jobs, running);
                Migrations.migrate(database.dataSource());
                rounds.values().forEach(count -> count.set(0));
                awaitThreeRounds(jobs, running);
            } finally {
                working = false;
            }
            for (Future<Boolean> session : running) {
                session.get();
            }
        }
        assertThat(slowest.values()).allSatisfy(wait -> assertThat(wait).isLessThan(NOTICEABLE));
        assertThat(database.number("select count(*) from pgmq.q_album_discovery")
                        + database.number("select count(*) from pgmq.q_album_discovery_dlq"))
                .isEqualTo(30);
        assertThat(database.number("select count(*) from pgmq.q_social_enrichment"))
                .isEqualTo(50);
        assertThat(database.number("select last_value from pgmq.q_artist_discovery_msg_id_seq"))
                .isEqualTo(database.number("select count(*) from pgmq.q_artist_discovery")
                        + database.number("select count(*) from pgmq.a_artist_discovery"));
        assertThat(database.number("select count(*) from tracks")).isEqualTo(31);
        assertThat(database.number("select count(*) from producer_summaries where role_group = 'produced'"))
                .isEqualTo(database.number("select count(*) from producers where merged_into is null"));
    }

    @Test
    void a_migration_gives_way_to_a_transaction_that_stands_in_its_way_and_ends_when_that_has_ended() throws Exception {
        String report = "select worker_report_issue('track-discovery', 'outage', 'no answer', '{}', 1)";
        migrateBeside("lock table worker_issues in row exclusive mode", """
                select exists (
                    select
                    from pg_locks
                    where relation = 'worker_issues'::regclass
                        and not granted)
                """, () -> {
            // It has come to that table, waited, and let go again more than once.
            for (int i = 0; i < 200; i++) {
                timed(report);
            }
            assertThat(slowest.values()).allSatisfy(wait -> assertThat(wait).isLessThan(NOTICEABLE));
        });
        assertThat(database.text("select to_regclass('worker_heartbeats')")).isNotNull();
    }

    @Test
    void a_function_that_nothing_calls_any_more_goes_when_those_who_began_before_have_ended() throws Exception {
        String former = "select to_regprocedure('worker_low_water_mark(text)') is not null";
        database.execute("create function worker_low_water_mark(text) returns integer language sql as 'select 1'");
        migrateBeside("select 1", """
                select exists (
                    select
                    from pg_stat_activity
                    where datname = current_database()
                        and wait_event = 'PgSleep')
                """, () -> assertThat(database.isTrue(former)).isTrue());
        assertThat(database.isTrue(former)).isFalse();
    }

    /** Migrates beside a transaction that has begun with a statement, and ends when the migration has waited for it. */
    private void migrateBeside(String begun, String migrationWaits, Runnable meanwhile) throws Exception {
        try (Connection standing = database.dataSource().getConnection();
                Statement statement = standing.createStatement();
                ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            standing.setAutoCommit(false);
            statement.execute(begun);
            Future<?> migration = sessions.submit(() -> Migrations.migrate(database.dataSource()));
            await().atMost(Duration.ofSeconds(60)).until(() -> database.isTrue(migrationWaits));
            meanwhile.run();
            assertThat(migration).isNotDone();
            standing.commit();
            migration.get();
        }
    }

    private boolean repeat(String job) {
        while (working) {
            timed(job);
            // Between two messages of a queue a service talks to a provider.
            database.execute("select pg_sleep(0.05)");
            rounds.computeIfAbsent(job, key -> new AtomicInteger()).incrementAndGet();
        }
        return true;
    }

    private void timed(String job) {
        long start = System.nanoTime();
        database.execute(job.strip().startsWith("with") ? "select 1 from (" + job + ") as done" : job);
        slowest.merge(job, Duration.ofNanos(System.nanoTime() - start), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private void awaitThreeRounds(List<String> jobs, List<Future<Boolean>> running) {
        await().atMost(Duration.ofSeconds(60))
                .failFast(() -> running.stream()
                        .filter(Future::isDone)
                        .forEach(session -> assertThat(session).succeedsWithin(Duration.ZERO)))
                .untilAsserted(() -> assertThat(jobs)
                        .allSatisfy(job -> assertThat(rounds.get(job)).hasValueGreaterThan(2)));
    }
}
