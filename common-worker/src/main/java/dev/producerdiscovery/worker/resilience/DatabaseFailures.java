package dev.producerdiscovery.worker.resilience;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that does not serve from one that refuses what is wrong with a statement.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
public final class DatabaseFailures {

    /** Causes may go round in a circle. */
    private static final int LONGEST_CHAIN = 20;

    /** Connection lost; the server starts, stops, or an operator ended the session. */
    private static final List<String> CONNECTION = List.of("08", "57P");

    /** Read-only, as after a failover; out of disk or connections; its files fail it. */
    private static final List<String> UNWILLING = List.of("25006", "53", "58");

    /** Waited for a lock, or took too long. So says the server also when it, or somebody, ended the whole transaction. */
    private static final List<String> TIMED_OUT = List.of("55P03", "57014", "25P03", "25P04");

    /** Needed more memory, or more room for temporary files, than one may have. */
    private static final List<String> TOO_MUCH = List.of("53200", "53400");

    private static final List<String> STATEMENT_TIMED_OUT = List.of("57014");

    private DatabaseFailures() {}

    /** Whether our database cannot be reached or serves nobody: its state, and no message's fault. */
    public static boolean away(Throwable thrown) {
        return unreachable(thrown) || (!cancelled(thrown) && hasState(thrown, UNWILLING));
    }

    /** Whether our database could not be reached or ended the connection. */
    public static boolean unreachable(Throwable thrown) {
        if (cancelled(thrown)) {
            return false;
        }
        if (unconnected(thrown) || hasState(thrown, CONNECTION)) {
            return true;
        }
        // What the server says counts more than Spring's sorting, to which a row that is too long is a lack of
        // resources.
        return !hasState(thrown, List.of(""))
                && (thrown instanceof DataAccessResourceFailureException
                        // Also hides, behind the failed rollback, the failure of the statement before it.
                        || thrown instanceof TransactionSystemException
                        || thrown instanceof RecoverableDataAccessException);
    }

    /**
     * The server ended what waited or took too long, or needed too much. It is there; whether it serves nobody, or only
     * not this, shows by how others fare.
     */
    public static boolean cancelled(Throwable thrown) {
        return hasState(thrown, TIMED_OUT) || neededTooMuch(thrown);
    }

    /** Whether the statement itself may be more than the server can do: it was not for others' locks, nor for a full disk. */
    public static boolean ofTheStatement(Throwable thrown) {
        return hasState(thrown, STATEMENT_TIMED_OUT) || neededTooMuch(thrown);
    }

    /** Not a server that has no memory for one more connection. */
    private static boolean neededTooMuch(Throwable thrown) {
        return !unconnected(thrown) && hasState(thrown, TOO_MUCH);
    }

    private static boolean unconnected(Throwable thrown) {
        return thrown instanceof CannotGetJdbcConnectionException || thrown instanceof CannotCreateTransactionException;
    }

    private static boolean hasState(Throwable thrown, List<String> beginnings) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .map(cause -> cause instanceof SQLException failure ? failure.getSQLState() : null)
                .filter(Objects::nonNull)
                .anyMatch(state -> beginnings.stream().anyMatch(state::startsWith));
    }
}
