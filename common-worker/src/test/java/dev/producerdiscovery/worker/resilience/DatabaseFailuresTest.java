package dev.producerdiscovery.worker.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

class DatabaseFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08006", "57P01", "57P02", "57P03", "57P05"})
    void a_connection_that_is_lost_or_not_given_means_that_the_database_cannot_be_reached(String state) {
        assertThat(DatabaseFailures.unreachable(failure(state))).isTrue();
        assertThat(DatabaseFailures.away(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25006", "53000", "53100", "53300", "58030"})
    void a_server_that_takes_nothing_is_there_and_away_all_the_same(String state) {
        assertThat(DatabaseFailures.unreachable(failure(state))).isFalse();
        assertThat(DatabaseFailures.away(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "53200", "53400"})
    void what_took_too_long_or_too_much_is_neither_until_it_shows_how_others_fare(String state) {
        assertThat(DatabaseFailures.away(failure(state))).isFalse();
        assertThat(DatabaseFailures.cancelled(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22023", "23505", "42P01", "42501", "54000", "0A000", "XX000", "40P01", "25001"})
    void what_is_wrong_with_a_statement_is_no_outage(String state) {
        assertThat(DatabaseFailures.away(failure(state))).isFalse();
        assertThat(DatabaseFailures.cancelled(failure(state))).isFalse();
    }

    @Test
    void whoever_is_not_let_in_cannot_reach_it_whatever_the_reason() {
        SQLException refused = new SQLTransientConnectionException("no connection", "28P01");

        assertThat(DatabaseFailures.unreachable(new CannotGetJdbcConnectionException("none", refused)))
                .isTrue();
    }

    /** As Spring hands it on. */
    private static RuntimeException failure(String state) {
        SQLException cause = new SQLException("this is a test", state);
        RuntimeException translated = new SQLStateSQLExceptionTranslator().translate("test", null, cause);
        return translated == null ? new IllegalStateException(cause) : translated;
    }
}
