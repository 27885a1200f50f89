package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes that an upgrade builds while services write to the tables. */
@Timeout(120)
class LargeIndexesTest {

    private static final String WAITING = """
            from pg_stat_activity
            where datname = current_database()
                and query like '%index concurrently%'
                and pid <> pg_backend_pid()
                and wait_event_type = 'Lock'
            """;

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void upgradedButForTheIndexes() throws Exception {
        database = ReleasedSchema.oldest().install(folder);
        Migrations.run(database.dataSource(), Migrations.PIPELINE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            artists                 | insert into artists (name) values ('Glass Harbour')
            pgmq.q_album_discovery  | select pg_enqueue('album_discovery', '{}')
            queue_metrics           | insert into queue_metrics (queue_name, operation, started_at) values ('q', 'process', now())
            """)
    void nobody_who_writes_waits_for_an_index_that_waits(String table, String write) throws Exception {
        try (Connection standing = database.dataSource().getConnection();
                Statement statement = standing.createStatement();
                ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            standing.setAutoCommit(false);
            statement.execute("lock table " + table + " in row exclusive mode");
            Future<?> building = sessions.submit(() -> LargeIndexes.build(database.dataSource()));
            await().until(() -> database.isTrue("select exists (select " + WAITING + ")"));
            database.execute(write);
            assertThat(building).isNotDone();
            standing.rollback();
            building.get();
        }
        assertAllBuilt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"artists", "tracks", "queue_metrics", "pgmq.q_album_discovery"})
    void what_an_interruption_left_half_built_is_built_anew(String table) throws Exception {
        interruptAt(table);
        assertThat(database.number("select count(*) from pg_index where not indisvalid"))
                .isEqualTo(1);
        LargeIndexes.build(database.dataSource());
        assertAllBuilt();
    }

    @Test
    void an_index_that_is_there_is_left_alone() {
        LargeIndexes.build(database.dataSource());
        String files =
                "select string_agg(pg_relation_filenode(indexrelid)::text, ' ' order by indexrelid) from pg_index";
        String before = database.text(files);
        LargeIndexes.build(database.dataSource());
        assertThat(database.text(files)).isEqualTo(before);
    }

    private void interruptAt(String table) throws Exception {
        try (Connection standing = database.dataSource().getConnection();
                Statement statement = standing.createStatement();
                ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor()) {
            standing.setAutoCommit(false);
            statement.execute("lock table " + table + " in row exclusive mode");
            Future<?> building = sessions.submit(() -> LargeIndexes.build(database.dataSource()));
            await().until(() ->
                    database.isTrue("select coalesce(bool_or(pg_terminate_backend(pid)), false) " + WAITING));
            assertThatThrownBy(building::get).hasCauseInstanceOf(MigrationException.class);
        }
    }

    private void assertAllBuilt() {
        assertThat(database.column("""
                        select indexrelid::regclass
                        from pg_index
                        where not indisvalid
                            or indexrelid::regclass::text like '%\\_claim\\_idx'
                            or indexrelid::regclass::text like '%\\_name\\_search'
                        """)).isEmpty();
        assertThat(database.column("""
                        select wanted
                        from (
                            values ('artists_latest'), ('tracks_title_key'), ('tracks_name_key'), ('queue_metrics_hour'),
                                ('pgmq.q_album_discovery_ready_idx')
                        ) as all_of_them (wanted)
                        where to_regclass(wanted) is null
                        """)).isEmpty();
    }
}
