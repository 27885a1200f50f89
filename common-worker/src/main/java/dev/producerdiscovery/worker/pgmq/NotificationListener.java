package dev.producerdiscovery.worker.pgmq;

import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Pause;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Hears NOTIFY on one dedicated connection, and opens another when that one is lost. A callback also runs after every
 * (re)connection, because what was notified in between is not repeated. Everybody who listens must poll as well: while
 * this is disconnected, nothing is lost but time.
 *
 * <p>That LISTEN was accepted says nothing: behind a pooler in transaction mode it succeeds, and nothing is ever heard. So
 * this is connected once a notification of its own came back, which went out on a connection of the pool, and asks for
 * another one whenever it has heard nothing for a while.
 */
public final class NotificationListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NotificationListener.class);
    private static final int SILENCE_BEFORE_PROBE_MILLIS = 20_000;
    private static final int PROBE_TIMEOUT_SECONDS = 3;

    private final DataSource dataSource;
    private final Echo echo;
    private final Backoff backoff;
    private final Pause pause;
    private final Map<String, List<Runnable>> callbacks = new ConcurrentHashMap<>();
    private volatile @Nullable Connection connection;
    private volatile @Nullable Thread thread;
    private volatile boolean connected;
    private volatile boolean closed;

    /**
     * @param dataSource opens connections that nobody else uses; no pool, which would take them back
     * @param queues notifies through other connections
     */
    public NotificationListener(DataSource dataSource, PgmqClient queues, Backoff backoff, Pause pause) {
        this.dataSource = dataSource;
        this.echo = new Echo(queues);
        this.backoff = backoff;
        this.pause = pause;
    }

    /** The channel on which the insertion of a message into {@code queue} is notified. */
    public static String insertChannel(String queue) {
        return "pgmq.q_" + queue + ".INSERT";
    }

    /** Runs {@code callback}, which must not block, at every notification on {@code channel}. Call before start. */
    public void subscribe(String channel, Runnable callback) {
        callbacks.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(callback);
    }

    /** Runs the callbacks as if the database had notified of a message in {@code queue}. */
    public void inserted(String queue) {
        run(callbacks.getOrDefault(insertChannel(queue), List.of()));
    }

    /** Also after a close. */
    public synchronized void start() {
        if (thread == null) {
            closed = false;
            // Not a virtual thread: a message waits for this one, and waking it takes a third less.
            thread = Thread.ofPlatform().daemon().name("worker-listen").start(this::listenUntilClosed);
        }
    }

    /** Whether notifications arrive at present. */
    public boolean connected() {
        return connected;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Thread listening = thread;
        thread = null;
        if (listening != null) {
            listening.interrupt();
        }
        abort(connection);
        connected = false;
    }

    @SuppressWarnings("CatchThrowable") // an Error in a callback must not end the listening for good
    private void listenUntilClosed() {
        int failures = 0;
        while (!closed) {
            try {
                listen();
            } catch (Throwable e) {
                failures = connected ? 0 : failures + 1;
                // Whoever believes that notifications arrive asks nobody else.
                connected = false;
                if (!closed) {
                    log.debug("Not listening for notifications: {}", e.toString());
                }
            }
            if (!closed && !pause.sleep(backoff.delay(failures))) {
                return;
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection opened = dataSource.getConnection()) {
            connection = opened;
            opened.setAutoCommit(true);
            try (Statement statement = opened.createStatement()) {
                statement.execute("listen " + Echo.CHANNEL);
                for (String channel : callbacks.keySet()) {
                    statement.execute("listen \"" + channel.replace("\"", "\"\"") + "\"");
                }
            }
            PGConnection notifications = opened.unwrap(PGConnection.class);
            echo.call();
            requireReturn(opened, notifications);
            connected = true;
            callbacks.values().forEach(NotificationListener::run);
            while (!closed) {
                PGNotification[] arrived = notifications.getNotifications(SILENCE_BEFORE_PROBE_MILLIS);
                if (arrived == null || arrived.length == 0) {
                    requireHearing(opened, notifications);
                } else {
                    dispatch(arrived);
                }
            }
        }
    }

    private void requireHearing(Connection opened, PGConnection notifications) throws SQLException {
        try {
            echo.call();
        } catch (DataAccessException e) {
            // Who cannot ask learns nothing about the answer; the pool may only be busy.
            log.debug("Could not ask for a notification: {}", e.toString());
            requireAlive(opened);
            return;
        }
        requireReturn(opened, notifications);
    }

    /** A connection that is dead tells nothing about notifications. */
    private void requireReturn(Connection opened, PGConnection notifications) throws SQLException {
        if (!echo.returns(notifications, this::dispatch)) {
            requireAlive(opened);
            throw closed ? new SQLException("closed meanwhile") : echo.missed();
        }
    }

    /** Silence may also mean that the other end is gone without a word: a half-open connection never errs by itself. */
    private void requireAlive(Connection opened) throws SQLException {
        if (!closed && !opened.isValid(PROBE_TIMEOUT_SECONDS)) {
            abort(opened);
            throw new SQLException("the listening connection is dead");
        }
    }

    private void dispatch(PGNotification[] arrived) {
        for (PGNotification notification : arrived) {
            run(callbacks.getOrDefault(notification.getName(), List.of()));
        }
    }

    private static void run(List<Runnable> callbacks) {
        callbacks.forEach(Runnable::run);
    }

    private static void abort(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("Closing the listening connection: {}", e.toString());
            }
        }
    }
}
