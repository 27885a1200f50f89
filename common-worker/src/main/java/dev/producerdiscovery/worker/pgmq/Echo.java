package dev.producerdiscovery.worker.pgmq;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A notification that a listener sends itself, to learn whether it hears any. For one thread. */
final class Echo {

    static final String CHANNEL = "worker_echo";

    private static final Logger log = LoggerFactory.getLogger(Echo.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PgmqClient queues;
    /** All processes call on one channel. */
    private final String own = UUID.randomUUID().toString();

    private boolean deaf;

    Echo(PgmqClient queues) {
        this.queues = queues;
    }

    /** @throws org.springframework.dao.DataAccessException when the database cannot be reached for it */
    void call() {
        queues.notifyListeners(CHANNEL, own);
    }

    /**
     * Waits for what was called; false when it does not come back.
     *
     * @param others is given whatever arrives meanwhile
     */
    boolean returns(PGConnection notifications, Consumer<PGNotification[]> others) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        // Once more after the time is over: others may have taken it, with the echo behind them.
        for (boolean last = false; !last; ) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            last = left <= 0;
            PGNotification[] arrived = notifications.getNotifications(Math.toIntExact(Math.max(1, left)));
            if (arrived != null) {
                others.accept(arrived);
                if (Arrays.stream(arrived).anyMatch(this::isOwn)) {
                    heard();
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOwn(PGNotification notification) {
        return notification.getName().equals(CHANNEL)
                && notification.getParameter().equals(own);
    }

    private void heard() {
        if (deaf) {
            deaf = false;
            log.info("Notifications of the database arrive again.");
        }
    }

    /** Says so, the first time; it did not come back on a connection that is alive. */
    SQLException missed() {
        if (!deaf) {
            deaf = true;
            log.warn(
                    "Notifications of the database do not arrive, as behind a pooler in transaction mode. Messages are found by polling meanwhile, which takes longer. Give producer-discovery.worker.listen-url the database's own address.");
        }
        return new SQLException("a notification did not come back");
    }
}
