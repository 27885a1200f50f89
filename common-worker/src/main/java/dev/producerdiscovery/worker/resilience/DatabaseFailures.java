package dev.producerdiscovery.worker.resilience;

import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away from one that refuses what it is asked to do. */
public final class DatabaseFailures {

    /** Causes may go round in a circle. */
    private static final int LONGEST_CHAIN = 20;

    private static final String QUERY_CANCELLED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private DatabaseFailures() {}

    /** Whether our database could not be reached or ended the connection: its state, and no message's fault. */
    public static boolean away(Throwable thrown) {
        if (cancelled(thrown)) {
            return false;
        }
        if (thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                // Also hides, behind the failed rollback, the failure of the statement before it.
                || thrown instanceof TransactionSystemException
                || thrown instanceof RecoverableDataAccessException) {
            return true;
        }
        return hasState(thrown, DatabaseFailures::connectionState);
    }

    /** The server ended a statement that took or waited too long: it is there, and this work is what it refuses. */
    public static boolean cancelled(Throwable thrown) {
        return hasState(thrown, state -> state.equals(QUERY_CANCELLED) || state.equals(LOCK_NOT_AVAILABLE));
    }

    /** Classes 08 (connection) and 57P (the server shuts down, or an operator ended the session). */
    private static boolean connectionState(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static boolean hasState(Throwable thrown, Predicate<String> wanted) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(cause ->
                        cause instanceof SQLException e && e.getSQLState() != null && wanted.test(e.getSQLState()));
    }
}
