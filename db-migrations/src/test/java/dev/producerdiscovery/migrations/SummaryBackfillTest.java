package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Producers of a release without summaries, more than one step's worth. */
@Timeout(120)
class SummaryBackfillTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What the life of every release has, and 1,200 more. */
    private static final long ALL = 1201;

    private static final String LAST = "(select id from producers order by id desc limit 1)";

    private static final String FILLED =
            "select count(distinct producer_id) from producer_summaries where role_group = 'produced'";

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void producersWithoutSummaries() throws Exception {
        database = ReleasedSchema.oldest().install(folder);
        ReleasedSchema.live(database);
        database.execute("""
                insert into producers (name, normalized_name)
                select 'Cora Quill ' || n, 'cora quill ' || n
                from generate_series(1, 1200) n
                """);
    }

    private SummaryBackfill migrated(DatabaseWait.Sleeper sleeper) {
        Migrations.run(database.dataSource(), Migrations.PIPELINE);
        return new SummaryBackfill(database.dataSource(), new Courtesy(PATIENCE, InstantSource.system(), sleeper));
    }

    private List<String> filled() {
        return database.column("""
                select to_jsonb(s)::text
                from producer_summaries s
                union all
                select to_jsonb(n)::text
                from producer_names n
                order by 1
                """);
    }

    @Test
    void every_producer_gets_names_and_a_summary_and_computing_them_anew_changes_nothing() {
        migrated(Thread::sleep).run();
        assertThat(database.number(FILLED)).isEqualTo(ALL);
        assertThat(database.number("select count(distinct producer_id) from producer_names"))
                .isEqualTo(ALL);
        List<String> filled = filled();
        database.execute("delete from producer_names");
        database.execute("delete from producer_summaries");
        database.execute("select refresh_producer_summaries(array_agg(id)) from producers");
        database.execute("select refresh_producer_names(array_agg(id)) from producers");
        assertThat(filled()).isEqualTo(filled);
    }

    @Test
    void a_producer_whose_name_has_no_letter_does_not_keep_it_from_its_end() {
        database.execute(
                "insert into producers (name, normalized_name) values (E'\\u3000', 'space'), (E'\\u0301', 'accent')");
        Migrations.migrate(database.dataSource());
        Migrations.migrate(database.dataSource());
        assertThat(database.number(FILLED)).isEqualTo(ALL + 2);
    }

    @Test
    void it_gives_way_to_whoever_holds_a_producer_and_comes_again() throws Exception {
        try (Connection standing = database.dataSource().getConnection();
                Statement statement = standing.createStatement()) {
            standing.setAutoCommit(false);
            SummaryBackfill backfill = migrated(pause -> {
                assertThat(database.number(FILLED)).isEqualTo(1000);
                database.execute("select lock_producers()");
                release(standing);
            });
            statement.execute("select from producers where id = " + LAST + " for update");
            backfill.run();
        }
        assertThat(database.number(FILLED)).isEqualTo(ALL);
    }

    @Test
    void it_waits_for_whoever_identifies_before_it_holds_a_producer_itself() throws Exception {
        try (Connection standing = database.dataSource().getConnection();
                Statement statement = standing.createStatement()) {
            standing.setAutoCommit(false);
            SummaryBackfill backfill = migrated(pause -> release(standing));
            statement.execute("select lock_producers()");
            try (ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> running = sessions.submit(backfill::run);
                await().until(database::hasWaitingSession);
                // In the other order this would be a deadlock, or a wait until the backfill gives up.
                statement.execute("select from producers for update nowait");
                running.get();
            }
        }
        assertThat(database.number(FILLED)).isEqualTo(ALL);
    }

    @Test
    void interrupted_in_the_middle_and_run_again_it_ends_in_the_same_state() throws Exception {
        try (Connection standing = database.dataSource().getConnection();
                Statement statement = standing.createStatement();
                ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            standing.setAutoCommit(false);
            SummaryBackfill backfill = migrated(Thread::sleep);
            statement.execute("select from producers where id = " + LAST + " for update");
            Future<?> running = sessions.submit(backfill::run);
            await().until(() -> database.isTrue("""
                    select coalesce(bool_or(pg_terminate_backend(pid)), false)
                    from pg_stat_activity
                    where datname = current_database()
                        and query like '%refresh_producer_summaries%'
                        and wait_event_type = 'Lock'
                    """));
            assertThatThrownBy(running::get).hasCauseInstanceOf(MigrationException.class);
        }
        assertThat(database.number(FILLED)).isEqualTo(1000);
        Migrations.migrate(database.dataSource());
        List<String> resumed = filled();
        database.execute("delete from producer_names");
        database.execute("delete from producer_summaries");
        Migrations.migrate(database.dataSource());
        assertThat(filled()).isEqualTo(resumed).hasSizeGreaterThan(2400);
    }

    @Test
    void a_connection_goes_back_as_it_came() throws Exception {
        Migrations.run(database.dataSource(), Migrations.PIPELINE);
        try (Connection connection = database.dataSource().getConnection()) {
            var only = new SingleConnectionDataSource(connection, true);
            new SummaryBackfill(only, Courtesy.forUpTo(PATIENCE)).run();
            LargeIndexes.build(only);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(new Database("", only).text("show lock_timeout")).isEqualTo("0");
        }
    }

    private static void release(Connection standing) {
        try {
            standing.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
