package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ShareSpentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.failure.WorkFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Sorts what a handler or a settlement threw. */
final class FailureClassifier {

    private static final int ERROR_LENGTH = 2000;

    /** Causes may go round in a circle. */
    private static final int LONGEST_CHAIN = 20;

    private static final String QUERY_CANCELLED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The pause before work is tried again that failed because our own database was away. */
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);

    Verdict classify(Throwable thrown) {
        return switch (thrown) {
            case ShareSpentFailure e -> decided(new Outcome.RetryLater(e.lookAgain(), describe(e)));
            case ThrottledFailure e -> decided(new Outcome.Throttled(e.provider(), e.until(), describe(e)));
            case PermanentFailure e -> decided(new Outcome.Dead(describe(e)));
            case TransientFailure e -> new Verdict.Failed(describe(e), e, false);
            case Throwable e when databaseAway(e) -> decided(new Outcome.RetryLater(DATABASE_PAUSE, describe(e)));
            case TransientDataAccessException e -> new Verdict.Failed(describe(e), e, false);
            case Throwable e when cancelled(e) -> new Verdict.Failed(describe(e), e, false);
            case IOException e -> new Verdict.Failed(describe(e), e, false);
            case TimeoutException e -> new Verdict.Failed(describe(e), e, false);
            default -> new Verdict.Failed(describe(thrown), thrown, true);
        };
    }

    /** Whether our database could not be reached or ended the connection: its state, and no message's fault. */
    static boolean databaseAway(Throwable thrown) {
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
        return hasState(thrown, FailureClassifier::connectionState);
    }

    /** The server ended a statement that took or waited too long: it is there, and this work is what it refuses. */
    private static boolean cancelled(Throwable thrown) {
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

    private static Verdict decided(Outcome outcome) {
        return new Verdict.Decided(outcome);
    }

    /** One line for people; the kind of an exception is part of it unless its message was written for them. */
    static String describe(Throwable thrown) {
        String message = thrown.getMessage();
        // PostgreSQL keeps no NUL in a text, and what a provider sent may hold one.
        String text = (thrown instanceof WorkFailure && message != null
                        ? message
                        : thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message))
                .replace('\0', ' ');
        return text.length() <= ERROR_LENGTH ? text : text.substring(0, ERROR_LENGTH) + "…";
    }
}
