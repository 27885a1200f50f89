package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.util.PSQLException;

/** Assertions on the errors that the database raises. */
final class SqlState {

    static final String BAD_ARGUMENT = "22023";
    static final String UNKNOWN = "P0002";
    static final String NO_RIGHT = "42501";

    private SqlState() {}

    /** Asserts that the call is refused with that state, and goes on with the message. */
    static AbstractStringAssert<?> assertRefused(String state, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("the database refuses").isNotNull();
        PSQLException refusal = findRefusal(thrown);
        assertThat(refusal.getSQLState()).as(refusal.getMessage()).isEqualTo(state);
        return assertThat(String.valueOf(refusal.getMessage()));
    }

    private static PSQLException findRefusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refusal) {
                return refusal;
            }
        }
        throw new AssertionError("no error of the database", thrown);
    }
}
