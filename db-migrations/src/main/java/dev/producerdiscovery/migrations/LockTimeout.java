package dev.producerdiscovery.migrations;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** How long a migration waits for a table. Set for its transaction only, because the connection may be a pool's. */
final class LockTimeout implements Callback {

    /** Well below PostgreSQL's deadlock_timeout of 1 s: of two that wait for each other, it is not the worker that loses. */
    static final String SET = "set local lock_timeout = '400ms'";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(SET);
        } catch (SQLException e) {
            throw new MigrationException("no time-out could be set for locks: " + e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return "lock time-out";
    }
}
