package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever interrupts a move, and wherever: the message is in exactly one place, and nothing tells of a move that was not. */
class InterruptedMovesTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Database SUPERUSER = TestServer.plain().as(DB, "postgres");

    /** One call for each way between a queue and its dead letters. The message is the only one in its queue. */
    enum Move {
        TO_DEAD_LETTERS("select move_to_dead_letter_queue('album_discovery', 'album_discovery_dlq',"
                + " (select msg_id::text from pgmq.q_album_discovery), 'why')"),
        BY_ITS_WORKER("select worker_dead('album_discovery', msg_id, read_ct, 3, 'why') from pgmq.q_album_discovery"),
        BACK("select reprocess_from_dlq('album_discovery_dlq', (select msg_id::text from pgmq.q_album_discovery_dlq))");

        private final String call;

        Move(String call) {
            this.call = call;
        }

        void prepare(Database database) {
            database.execute("select pg_enqueue('album_discovery', '{\"n\": 1}')");
            database.execute("select pg_dequeue('album_discovery')");
            if (this == BACK) {
                database.execute(TO_DEAD_LETTERS.call);
            }
        }
    }

    /** Every write of each call, in its order: the operation and the table, as triggers on all tables see them. */
    static Stream<Arguments> moves() {
        Database watched = TestServer.plain().migrated();
        watched.execute("create table writes (at bigserial, operation text, name text)");
        watched.execute("create function note() returns trigger language plpgsql as"
                + " 'begin insert into public.writes (operation, name) values (tg_op, tg_relid::regclass::text);"
                + " return null; end'");
        watched.column("select format('create trigger note after insert or update or delete on %s execute function"
                        + " public.note()', c.oid::regclass) from pg_class c where c.relkind = 'r'"
                        + " and c.relnamespace::regnamespace::text in ('public', 'pgmq', 'queue_mgmt')"
                        + " and c.relname <> 'writes'")
                .forEach(watched::execute);
        return Arrays.stream(Move.values()).flatMap(move -> {
            watched.execute("select pgmq.purge_queue('album_discovery')");
            watched.execute("select pgmq.purge_queue('album_discovery_dlq')");
            move.prepare(watched);
            watched.execute("truncate writes");
            assertThat(watched.isTrue(move.call)).isTrue();
            return watched
                    .sql("select operation, name from writes order by at")
                    .query((row, number) -> Arguments.of(move, row.getString(1), row.getString(2)))
                    .list()
                    .stream();
        });
    }

    @BeforeEach
    void emptyQueues() {
        DB.execute("select pgmq.purge_queue('album_discovery')");
        DB.execute("select pgmq.purge_queue('album_discovery_dlq')");
        DB.execute("delete from pgmq_dead_letter_items");
        DB.execute("delete from monitoring_events");
    }

    /** Everything that tells where the message is and what happened to it. */
    private static List<String> state() {
        return DB.column("""
                select 'waiting ' || to_jsonb(q)::text from pgmq.q_album_discovery q
                union all
                select 'dead ' || to_jsonb(q)::text from pgmq.q_album_discovery_dlq q
                union all
                select 'record ' || to_jsonb(i)::text from pgmq_dead_letter_items i
                union all
                select 'event ' || to_jsonb(e)::text from monitoring_events e
                order by 1
                """);
    }

    private static void assertCompleted(Move move) {
        boolean back = move == Move.BACK;
        assertThat(DB.column(
                        "select message ->> 'n' from pgmq." + (back ? "q_album_discovery" : "q_album_discovery_dlq")))
                .containsExactly("1");
        assertThat(DB.number("select count(*) from pgmq." + (back ? "q_album_discovery_dlq" : "q_album_discovery")))
                .isZero();
        assertThat(DB.number("select count(*) from pgmq_dead_letter_items")).isEqualTo(1);
        assertThat(DB.column("select event_type from monitoring_events order by created_at"))
                .containsExactlyElementsOf(
                        back
                                ? List.of("message_moved_to_dlq", "message_reprocessed_from_dlq")
                                : List.of("message_moved_to_dlq"));
    }

    private static void assertNothingHappenedAndItCanBeRepeated(Move move, List<String> before) {
        assertThat(state()).isEqualTo(before);
        assertThat(DB.isTrue(move.call)).isTrue();
        assertCompleted(move);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void an_error_at_any_statement_undoes_the_whole_move(Move move, String operation, String table) {
        move.prepare(DB);
        List<String> before = state();
        DB.execute("create or replace function break_down() returns trigger language plpgsql as"
                + " 'begin raise exception ''broken down''; end'");
        DB.execute("create trigger break_down after " + operation + " on " + table + " execute function break_down()");
        try {
            SqlState.assertRefused("P0001", () -> DB.execute(move.call));
        } finally {
            DB.execute("drop trigger break_down on " + table);
        }
        assertNothingHappenedAndItCanBeRepeated(move, before);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void a_backend_that_is_terminated_at_any_statement_undoes_the_whole_move(Move move, String operation, String table)
            throws Exception {
        move.prepare(DB);
        List<String> before = state();
        whileItWaitsFor(table, move, "", (session, answer) -> {
            SUPERUSER.execute("select pg_terminate_backend(?)", pid(session));
            assertThat(catchThrowable(answer::join)).rootCause().isInstanceOf(SQLException.class);
        });
        assertNothingHappenedAndItCanBeRepeated(move, before);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void a_time_out_at_any_statement_undoes_the_whole_move(Move move, String operation, String table) throws Exception {
        move.prepare(DB);
        List<String> before = state();
        whileItWaitsFor(
                table,
                move,
                "set statement_timeout = 300",
                (session, answer) -> SqlState.assertRefused("57014", answer::join));
        assertNothingHappenedAndItCanBeRepeated(move, before);
    }

    /** The server notices such a client late, and may then have done the whole of it; but never half. */
    @ParameterizedTest
    @MethodSource("moves")
    void a_client_that_vanishes_at_any_statement_leaves_all_or_nothing(Move move, String operation, String table)
            throws Exception {
        move.prepare(DB);
        List<String> before = state();
        int[] backend = new int[1];
        whileItWaitsFor(table, move, "", (session, answer) -> {
            backend[0] = pid(session);
            session.abort(Runnable::run);
        });
        awaitEndOf(backend[0]);
        if (state().equals(before)) {
            assertThat(DB.isTrue(move.call)).isTrue();
        }
        assertCompleted(move);
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_vanishes_before_its_commit_moved_nothing(Move move) throws Exception {
        move.prepare(DB);
        List<String> before = state();
        Connection session = session();
        session.setAutoCommit(false);
        try (Statement statement = session.createStatement()) {
            statement.execute(move.call);
        }
        int backend = pid(session);
        session.abort(Runnable::run);
        awaitEndOf(backend);
        assertNothingHappenedAndItCanBeRepeated(move, before);
    }

    private interface Interruption {
        void of(Connection session, CompletableFuture<Void> answer) throws SQLException;
    }

    /** Lets a session begin the move, and does something to it when it has come to the statement that writes the table. */
    private static void whileItWaitsFor(String table, Move move, String setting, Interruption interruption)
            throws Exception {
        try (Connection locking = session();
                Statement lock = locking.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection session = session()) {
            locking.setAutoCommit(false);
            lock.execute("lock table " + table + " in share row exclusive mode");
            int backend = pid(session);
            CompletableFuture<Void> answer =
                    CompletableFuture.runAsync(() -> run(session, setting, move.call), threads);
            if (setting.isEmpty()) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> SUPERUSER.isTrue(
                                "select wait_event_type = 'Lock' from pg_stat_activity where pid = ?", backend));
            }
            interruption.of(session, answer);
            locking.rollback();
        }
    }

    private static void run(Connection session, String setting, String call) {
        try (Statement statement = session.createStatement()) {
            if (!setting.isEmpty()) {
                statement.execute(setting);
            }
            statement.execute(call);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not from the pool, which would be handed a broken one back. */
    private static Connection session() throws SQLException {
        return TestServer.plain().dataSource(DB.name(), TestServer.OWNER).getConnection();
    }

    private static int pid(Connection session) throws SQLException {
        return session.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    private static void awaitEndOf(int backend) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> SUPERUSER.number("select count(*) from pg_stat_activity where pid = ?", backend) == 0);
    }
}
