package dev.producerdiscovery.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Exports sort all rows before the first one comes, and are read from the database as fast as their readers take them, so
 * their sessions idle in a transaction. The role is otherwise given little time for either.
 */
public final class SlowReaders {

    private static final String PATIENCE = "5min";
    private static final String FIRST_ROWS_WITHIN = "30s";

    private SlowReaders() {}

    /** Within the transaction of an export, before its question. */
    public static void waitFor(JdbcClient database) {
        database.sql("""
                        select
                            set_config('idle_in_transaction_session_timeout', ?::text, true),
                            set_config('statement_timeout', ?::text, true)
                        """).params(PATIENCE, FIRST_ROWS_WITHIN).query().singleRow();
    }
}
