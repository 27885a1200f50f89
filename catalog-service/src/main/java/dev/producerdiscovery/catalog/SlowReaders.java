package dev.producerdiscovery.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Exports are read from the database as fast as their readers take them, so their sessions idle in a transaction. The role
 * is otherwise given little time for that.
 */
public final class SlowReaders {

    private static final String PATIENCE = "5min";

    private SlowReaders() {}

    /** Within the transaction of an export, before its question. */
    public static void waitFor(JdbcClient database) {
        database.sql("select set_config('idle_in_transaction_session_timeout', ?::text, true)")
                .param(PATIENCE)
                .query()
                .singleRow();
    }
}
