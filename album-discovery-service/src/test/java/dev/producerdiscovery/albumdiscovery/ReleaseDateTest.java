package dev.producerdiscovery.albumdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.albumdiscovery.ReleaseDate.Precision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseDateTest {

    @Test
    void a_day_is_taken_as_it_is() {
        assertThat(ReleaseDate.parse("1994-03-21", "day")).contains(date(1994, 3, 21, Precision.DAY));
    }

    @Test
    void a_month_begins_on_its_first_day_and_says_so() {
        assertThat(ReleaseDate.parse("1994-03", "month")).contains(date(1994, 3, 1, Precision.MONTH));
    }

    @Test
    void a_year_begins_on_its_first_day_and_says_so() {
        assertThat(ReleaseDate.parse("1994", "year")).contains(date(1994, 1, 1, Precision.YEAR));
    }

    @Test
    void without_a_stated_precision_the_text_itself_tells() {
        assertThat(ReleaseDate.parse("1994-03", null)).contains(date(1994, 3, 1, Precision.MONTH));
    }

    @Test
    void a_day_of_which_only_the_year_is_meant_keeps_that() {
        assertThat(ReleaseDate.parse("1994-01-01", "year")).contains(date(1994, 1, 1, Precision.YEAR));
    }

    @Test
    void a_stated_precision_cannot_be_finer_than_the_text() {
        assertThat(ReleaseDate.parse("1994", "day")).contains(date(1994, 1, 1, Precision.YEAR));
    }

    @Test
    void a_time_of_day_is_left_off() {
        assertThat(ReleaseDate.parse("1994-03-21T00:00:00Z", null)).contains(date(1994, 3, 21, Precision.DAY));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0000", "0000-00-00", "1994-02-30", "1994-13", "soon", "94", "21.03.1994"})
    void what_names_no_day_is_no_date(@Nullable String text) {
        assertThat(ReleaseDate.parse(text, "day")).isEmpty();
    }

    private static ReleaseDate date(int year, int month, int day, Precision precision) {
        return new ReleaseDate(LocalDate.of(year, month, day), precision);
    }
}
