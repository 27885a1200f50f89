package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.secrets.Secrets;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ShareSpentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.failure.WorkFailure;
import dev.producerdiscovery.worker.resilience.DatabaseFailures;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.TransientDataAccessException;

/** Sorts what a handler or a settlement threw. */
public final class FailureClassifier {

    private static final int ERROR_LENGTH = 2000;

    /** What is looked at of a long message. A provider's answer in it may be of any length. */
    private static final int READ_LENGTH = 2 * ERROR_LENGTH;

    /** A secret that the cut goes through is not known any more: as much as may be left of it is dropped. */
    private static final int TORN_LENGTH = ERROR_LENGTH / 2;

    public Verdict classify(Throwable thrown) {
        return switch (thrown) {
            case ShareSpentFailure e -> decided(new Outcome.RetryLater(e.lookAgain(), describe(e)));
            case ThrottledFailure e -> decided(new Outcome.Throttled(e.provider(), e.until(), describe(e)));
            case PermanentFailure e -> decided(new Outcome.Dead(describe(e)));
            case TransientFailure e -> new Verdict.Failed(describe(e), e, false);
            case Throwable e
            when DatabaseFailures.away(e) || DatabaseFailures.cancelled(e) -> new Verdict.Refused(describe(e), e);
            case TransientDataAccessException e -> new Verdict.Failed(describe(e), e, false);
            case IOException e -> new Verdict.Failed(describe(e), e, false);
            case TimeoutException e -> new Verdict.Failed(describe(e), e, false);
            default -> new Verdict.Failed(describe(thrown), thrown, true);
        };
    }

    private static Verdict decided(Outcome outcome) {
        return new Verdict.Decided(outcome);
    }

    /** One line for people; the kind of an exception is part of it unless its message was written for them. */
    public static String describe(Throwable thrown) {
        String message = thrown.getMessage();
        String text = thrown instanceof WorkFailure && message != null
                ? message
                : thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        boolean torn = text.length() > READ_LENGTH;
        // PostgreSQL keeps no NUL in a text, and what a provider sent may hold one.
        String hidden = Secrets.hide((torn ? text.substring(0, READ_LENGTH) : text).replace('\0', ' '));
        int whole = Math.max(0, hidden.length() - (torn ? TORN_LENGTH : 0));
        return torn || whole > ERROR_LENGTH ? hidden.substring(0, Math.min(whole, ERROR_LENGTH)) + "…" : hidden;
    }
}
