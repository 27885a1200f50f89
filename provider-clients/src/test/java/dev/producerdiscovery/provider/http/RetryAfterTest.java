package dev.producerdiscovery.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"3,3", "86236,86236", " 7 ,7", "1.2,2", "0,1", "-5,1", "999999999,172800"})
    void seconds_are_read_within_reason(String header, long seconds) {
        assertThat(RetryAfter.read(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void a_date_is_read() {
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 12:01:30 GMT", NOW)).contains(Duration.ofSeconds(90));
    }

    @Test
    void a_date_that_has_passed_still_means_a_moment() {
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).contains(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "soon", "NaN", "Infinity", "tomorrow, perhaps"})
    void anything_else_says_nothing(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }
}
