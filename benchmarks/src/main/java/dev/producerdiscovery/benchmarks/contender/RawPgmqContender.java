package dev.producerdiscovery.benchmarks.contender;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * PGMQ as such, the limit that no consumer of it can pass: connections that read a batch, commit, archive it and commit.
 * No retries, no renewal, no fence, nothing counted or logged. The variant is the number of connections.
 *
 * <p>An empty queue is waited on with {@code read_with_poll} as PGMQ offers it: at most 5 s, every 100 ms
 * (https://pgmq.github.io/pgmq/api/sql/functions/).
 */
record RawPgmqContender(DataSource database) implements Contender {

    private static final Logger log = LoggerFactory.getLogger(RawPgmqContender.class);
    private static final Duration CANCEL_AGAIN = Duration.ofMillis(5);
    private static final String READ = """
            select msg_id, (message ->> 'number')::integer
            from pgmq.read('benchmark', 30, ?::integer)
            """;
    private static final String WAIT = """
            select msg_id, (message ->> 'number')::integer
            from pgmq.read_with_poll('benchmark', 30, ?::integer)
            """;

    @Override
    public void install() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pgmq.create('benchmark')");
        }
    }

    @Override
    public Producer producer(String variant) throws SQLException {
        return new Sender(database.getConnection());
    }

    @Override
    public void park(int count) throws SQLException {
        ParkedMessages.send(database, count);
    }

    @Override
    public Worker work(Work work) throws SQLException {
        List<Loop> loops = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(work.variant()); i++) {
            loops.add(new Loop(database.getConnection(), work));
        }
        loops.forEach(loop -> loop.thread.start());
        return () -> loops.forEach(Loop::stop);
    }

    private record Sender(Connection connection) implements Producer {

        @Override
        public void enqueue(int first, int count) throws SQLException {
            if (count == 1) {
                try (PreparedStatement send = connection.prepareStatement("select pgmq.send('benchmark', ?::jsonb)")) {
                    send.setString(1, JobBody.of(first));
                    send.execute();
                }
                return;
            }
            try (PreparedStatement send =
                    connection.prepareStatement("select pgmq.send_batch('benchmark', ?::text[]::jsonb[])")) {
                send.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                IntStream.range(first, first + count)
                                        .mapToObj(JobBody::of)
                                        .toArray()));
                send.execute();
            }
        }

        @Override
        public void close() {
            JdbcUtils.closeConnection(connection);
        }
    }

    /** One connection and its thread. */
    private static final class Loop {

        private final Connection connection;
        private final Work work;
        private final Thread thread = new Thread(this::run, "raw-pgmq");
        private volatile boolean stopped;
        private volatile @Nullable PreparedStatement waiting;

        Loop(Connection connection, Work work) {
            this.connection = connection;
            this.work = work;
        }

        /** Ends the wait in the server, which would go on without its client. */
        void stop() {
            stopped = true;
            try {
                while (!thread.join(CANCEL_AGAIN)) {
                    PreparedStatement statement = waiting;
                    if (statement != null) {
                        statement.cancel();
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The raw loop could not be stopped", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            try (PreparedStatement read = connection.prepareStatement(READ);
                    PreparedStatement wait = connection.prepareStatement(WAIT);
                    PreparedStatement archive =
                            connection.prepareStatement("select pgmq.archive('benchmark', ?::bigint[])");
                    PreparedStatement effect = connection.prepareStatement(Work.INSERT_EFFECT)) {
                waiting = wait;
                boolean found = true;
                while (!stopped) {
                    found = step(found ? read : wait, archive, effect);
                }
            } catch (SQLException e) {
                if (!stopped) {
                    log.error("The raw loop ended", e);
                }
            } finally {
                waiting = null;
                JdbcUtils.closeConnection(connection);
            }
        }

        private boolean step(PreparedStatement read, PreparedStatement archive, PreparedStatement effect)
                throws SQLException {
            List<Long> ids = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            read.setInt(1, work.batch());
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                    numbers.add(rows.getInt(2));
                }
            }
            numbers.forEach(work.handler()::accept);
            if (work.effects()) {
                connection.setAutoCommit(false);
                for (int number : numbers) {
                    effect.setInt(1, number);
                    effect.addBatch();
                }
                effect.executeBatch();
            }
            if (!ids.isEmpty()) {
                archive.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                archive.execute();
            }
            if (work.effects()) {
                connection.commit();
                connection.setAutoCommit(true);
            }
            return !ids.isEmpty();
        }
    }
}
