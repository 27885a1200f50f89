package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHeadersTest {

    private static final Database DB = TestServer.plain().migrated();

    @ParameterizedTest
    @CsvSource({
        "2031-05-04T03:02:01Z, 2031-05-04 03:02:01+00",
        "2031-05-04T03:02:01.5+02:00, 2031-05-04 01:02:01.5+00",
        "2031-05-04T03:02:01.123456-15:59, 2031-05-04 19:01:01.123456+00",
        "2031-05-04T03:02:01.123456789Z, 2031-05-04 03:02:01.123457+00",
        "2024-02-29T23:59:59+00:00, 2024-02-29 23:59:59+00"
    })
    void a_time_is_read_from_a_header(String header, String time) {
        assertThat(DB.text("select header_time(jsonb_build_object('delayedUntil', ?), 'delayedUntil')", header))
                .isEqualTo(time);
    }

    @Test
    void every_time_that_the_database_writes_into_a_header_is_read_back() {
        assertThat(DB.number("""
                        select count(*)
                        from generate_series(
                            timestamptz '2023-12-31 23:59:58.999999+00', timestamptz '2025-01-02', interval '11:07:05.000321') t
                        where header_time(jsonb_build_object('at', t), 'at') is distinct from t
                        """)).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "null",
                "\"delayedUntil\"",
                "[\"delayedUntil\"]",
                "{\"delayedUntil\": null}",
                "{\"delayedUntil\": 5}",
                "{\"delayedUntil\": {}}",
                "{\"delayedUntil\": \"\"}",
                "{\"delayedUntil\": \"not a date\"}",
                "{\"delayedUntil\": \"2023-02-29T00:00:00Z\"}",
                "{\"delayedUntil\": \"2023-13-01T00:00:00Z\"}",
                "{\"delayedUntil\": \"2023-01-01T24:00:00Z\"}",
                "{\"delayedUntil\": \"2023-01-01T00:00:60Z\"}",
                "{\"delayedUntil\": \"2023-01-01T00:00:00+16:00\"}",
                "{\"delayedUntil\": \"2023-01-01T00:00:00 Nowhere/Land\"}",
                "{\"delayedUntil\": \"0000-01-01T00:00:00Z\"}",
                "{\"delayedUntil\": \"999999999-01-01T00:00:00Z\"}",
                "{\"delayedUntil\": \"2023-01-01T00:00:00Z'; drop table artists; --\"}",
                "{\"delayedUntil\": \"２０２３-01-01T00:00:00Z\"}"
            })
    void what_is_no_time_is_none_and_delays_nothing(String headers) {
        assertThat(DB.text("select header_time(?::jsonb, 'delayedUntil')", headers))
                .isNull();
        assertThat(DB.isTrue("select is_delayed(?::jsonb, now())", headers)).isFalse();
    }

    @Test
    void a_message_is_delayed_when_its_headers_name_the_very_time_at_which_it_becomes_visible() {
        assertThat(DB.isTrue("select is_delayed(jsonb_build_object('delayedUntil', now()), now())"))
                .isTrue();
        assertThat(
                        DB.isTrue(
                                "select is_delayed(jsonb_build_object('delayedUntil', now()), now() + interval '1 microsecond')"))
                .isFalse();
        assertThat(DB.isTrue("select is_delayed(jsonb_build_object('delayedUntil', now()), null)"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "{\"failures\": 3}|3",
                "{\"failures\": \"4\"}|4",
                "{\"failures\": 999999999}|999999999",
                "{\"failures\": 99999999999}|null",
                "{\"failures\": -1}|null",
                "{\"failures\": 1.5}|null",
                "{\"failures\": \"x\"}|null",
                "{\"failures\": null}|null",
                "[\"failures\"]|null",
                "{}|null",
                "null|null"
            })
    void failures_are_counted_when_the_headers_make_sense(String headers, String failures) {
        assertThat(DB.text("select failure_count(?::jsonb)", headers)).isEqualTo(failures);
    }
}
