package dev.producerdiscovery.web.problem;

import java.sql.SQLException;
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
    /** The database cannot be reached, is starting or stopping, or is overloaded. */
    AWAY,
    /** A mistake of ours. */
    DEFECT;

    /** Connection lost, out of connections, shutting down: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    private static final Set<String> AWAY_STATE_CLASSES = Set.of("08", "53", "57", "58");

    /** Refused by a function; text with NUL (in a text, in JSON); a number, length or date that its type cannot hold. */
    private static final Set<String> BAD_ARGUMENT_STATES =
            Set.of("22023", "22021", "22P05", "22003", "22001", "22008", "22P02");

    static DatabaseFailure of(RuntimeException failure) {
        String state = sqlCause(failure).map(SQLException::getSQLState).orElse("");
        if (BAD_ARGUMENT_STATES.contains(state)) {
            return BAD_ARGUMENT;
        }
        if (state.equals("P0002")) {
            return UNKNOWN_THING;
        }
        boolean away = (state.length() == 5 && AWAY_STATE_CLASSES.contains(state.substring(0, 2)))
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof QueryTimeoutException
                || failure instanceof CannotCreateTransactionException
                // The connection broke in the middle of a transaction: neither commit nor rollback was possible.
                || failure instanceof TransactionSystemException;
        return away ? AWAY : DEFECT;
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
