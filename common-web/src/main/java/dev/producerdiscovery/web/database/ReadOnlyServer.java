package dev.producerdiscovery.web.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Throws away the connections to a server that has become read-only, as soon as one of them meets it. After a failover they
 * all lead to the former primary, and would fail every change for as long as the pool keeps them, which is half an hour.
 */
final class ReadOnlyServer implements SQLExceptionOverride {

    private static final String READ_ONLY = "25006";

    private final HikariDataSource pool;

    ReadOnlyServer(HikariDataSource pool) {
        this.pool = pool;
    }

    @java.lang.Override // Override is what is returned here
    public Override adjudicate(SQLException failure) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (READ_ONLY.equals(failure.getSQLState())
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                && connections != null) {
            // Those in use go when they are given back: closed under its user, this one could not even roll back.
            connections.softEvictConnections();
        }
        return Override.CONTINUE_EVICT;
    }
}
