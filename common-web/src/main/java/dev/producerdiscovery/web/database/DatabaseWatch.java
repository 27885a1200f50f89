package dev.producerdiscovery.web.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes a connection every few seconds, as everybody does, and so notices when none is to be had or when it leads to a
 * server that takes no changes. Says so in one line at the start and one at the end.
 *
 * <p>A connection that leaked never comes back, and no supervisor that there is restarts a process which is merely not
 * ready: so a process that stays without any ends itself. What it had in hand comes again when its leases end.
 */
final class DatabaseWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration WHILE_NOT_SERVED = Duration.ofSeconds(1);

    private final HikariDataSource pool;
    private final DatabaseSettings settings;
    private final LongSupplier givenBack;
    private final InstantSource steady;
    private final Runnable end;
    private volatile Standing standing = Standing.SERVED;
    private volatile @Nullable Thread thread;
    private Instant since = Instant.EPOCH;
    private @Nullable Instant allTakenSince;
    private long givenBackBefore;

    /**
     * @param givenBack how many connections were given back so far, whoever had them: under load others are served while
     *     this waits in vain
     * @param steady does not stand still or go back when somebody sets the clock
     * @param end ends the process
     */
    DatabaseWatch(
            HikariDataSource pool,
            DatabaseSettings settings,
            LongSupplier givenBack,
            InstantSource steady,
            Runnable end) {
        this.pool = pool;
        this.settings = settings;
        this.givenBack = givenBack;
        this.steady = steady;
        this.end = end;
    }

    /** As of the last look. */
    Standing standing() {
        return standing;
    }

    /** Takes as long as one waits for a connection. */
    void look() {
        try {
            boolean readOnly = isReadOnly();
            allTakenSince = null;
            if (settings.writes() && readOnly) {
                // Those that are kept lead to the same server; a new one may lead to another.
                pool.getHikariPoolMXBean().softEvictConnections();
                change(Standing.READ_ONLY);
            } else {
                change(Standing.SERVED);
            }
        } catch (SQLException e) {
            noConnection();
        }
    }

    private boolean isReadOnly() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('transaction_read_only')::boolean")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void noConnection() {
        if (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
            allTakenSince = null;
            change(Standing.AWAY);
            return;
        }
        Instant now = steady.instant();
        long returned = givenBack.getAsLong();
        if (returned != givenBackBefore) {
            givenBackBefore = returned;
            allTakenSince = now;
            if (standing == Standing.USED_UP) {
                change(Standing.SERVED);
            }
            return;
        }
        Instant taken = allTakenSince == null ? now : allTakenSince;
        allTakenSince = taken;
        if (!now.isBefore(taken.plus(settings.usedUpAfter()))) {
            change(Standing.USED_UP);
        }
        if (!now.isBefore(taken.plus(settings.usedUpAfter()).plus(settings.endAfter()))) {
            log.error("None of the connections to the database came back. This process ends, to be started anew.");
            end.run();
        }
    }

    private void change(Standing next) {
        Standing before = standing;
        if (next == before) {
            return;
        }
        standing = next;
        long seconds = Duration.between(since, steady.instant()).toSeconds();
        since = steady.instant();
        switch (before) {
            case USED_UP -> log.info("Connections to the database are given back again after {} s.", seconds);
            case READ_ONLY -> {
                if (next == Standing.SERVED) {
                    log.info("The database takes changes again after {} s.", seconds);
                }
            }
            case SERVED, AWAY -> {
                // Whoever needs the database tells that it is away.
            }
        }
        switch (next) {
            case USED_UP ->
                log.warn(
                        "All {} connections to the database are taken, and none was given back for {} s. Whoever needs one"
                                + " is refused, and this process is not ready; it ends if none comes back within {} s.",
                        pool.getMaximumPoolSize(),
                        settings.usedUpAfter().toSeconds(),
                        settings.endAfter().toSeconds());
            case READ_ONLY ->
                log.warn("The database takes no changes: its server is read-only, as after a failover. Connections are"
                        + " opened anew until one leads to a server that does; this process is not ready.");
            case SERVED, AWAY -> {
                // Nothing to tell.
            }
        }
    }

    @Override
    public void start() {
        Thread watching = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::watch);
        // First: it ends as soon as it is not the one that watches.
        thread = watching;
        watching.start();
    }

    @SuppressWarnings("CatchThrowable") // whatever a look meets, somebody must go on looking
    private void watch() {
        while (Thread.currentThread().equals(thread)) {
            try {
                look();
                Thread.sleep(sparing() ? BETWEEN_LOOKS : WHILE_NOT_SERVED);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                log.debug("Could not look after the connections", e);
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    /** Each look at a read-only server has all connections opened anew, which that server has to bear. */
    private boolean sparing() {
        return allTakenSince == null && (standing == Standing.SERVED || standing == Standing.READ_ONLY);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
