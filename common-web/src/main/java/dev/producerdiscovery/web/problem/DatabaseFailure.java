package dev.producerdiscovery.web.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a failure of the database means to the caller. */
enum DatabaseFailure {
    /** A stored function refused an argument. */
    BAD_ARGUMENT,
    /** A stored function does not know the thing that was named. */
    UNKNOWN_THING,
    /** The database cannot be reached, is starting or stopping, or takes nothing at the moment. */
    AWAY,
    /** A mistake of ours. */
    DEFECT;

    /**
     * Connection lost, out of connections or of disk, shutting down or too slow, files that fail it:
     * https://www.postgresql.org/docs/current/errcodes-appendix.html.
     */
    private static final Set<String> AWAY_STATE_CLASSES = Set.of("08", "53", "57", "58");

    /** Refused by a function; text with NUL (in a text, in JSON); a number, length or date that its type cannot hold. */
    private static final Set<String> BAD_ARGUMENT_STATES =
            Set.of("22023", "22021", "22P05", "22003", "22001", "22008", "22P02");

    private static final String READ_ONLY = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELLED = "57014";

    static DatabaseFailure of(RuntimeException failure) {
        String state = sqlCause(failure).map(SQLException::getSQLState).orElse("");
        if (BAD_ARGUMENT_STATES.contains(state)) {
            return BAD_ARGUMENT;
        }
        if (state.equals("P0002")) {
            return UNKNOWN_THING;
        }
        boolean away = (state.length() == 5 && AWAY_STATE_CLASSES.contains(state.substring(0, 2)))
                || state.equals(READ_ONLY)
                || state.equals(LOCK_NOT_AVAILABLE)
                // Not by Spring's sorting where the server says more: to it a row that is too long is a lack of
                // resources.
                || (state.isEmpty() && failure instanceof DataAccessResourceFailureException)
                || isNotLetIn(failure)
                || failure instanceof TransientDataAccessException
                || failure instanceof QueryTimeoutException
                || failure instanceof CannotCreateTransactionException
                // The connection broke in the middle of a transaction: neither commit nor rollback was possible.
                || failure instanceof TransactionSystemException;
        return away ? AWAY : DEFECT;
    }

    /** Whether no connection was to be had, for whatever reason. */
    private static boolean isNotLetIn(RuntimeException failure) {
        return sqlCause(failure)
                .filter(SQLTransientConnectionException.class::isInstance)
                .isPresent();
    }

    /** What is the matter with a database that is {@link #AWAY}, as a sentence for the caller. */
    static String absenceOf(RuntimeException failure) {
        String state = sqlCause(failure).map(SQLException::getSQLState).orElse("");
        return switch (state) {
            case READ_ONLY -> "The database takes no changes at the moment.";
            case LOCK_NOT_AVAILABLE, QUERY_CANCELLED -> "The database took too long.";
            default ->
                state.startsWith("53")
                        ? "The database is out of space or of connections at the moment."
                        : "The database does not answer at the moment.";
        };
    }

    /** What the stored function said, without the driver's additions. */
    static String sentenceOf(RuntimeException failure) {
        return sqlCause(failure)
                .map(SQLException::getMessage)
                .map(message -> message.lines().findFirst().orElse(message).replaceFirst("^ERROR: ", ""))
                .orElse("The database refused the request.");
    }

    private static Optional<SQLException> sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
