package dev.producerdiscovery.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FlatnessTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void what_stays_is_flat() {
        life(1, 0, 40, minute -> 100);

        assertThat(verdict().isFlat()).isTrue();
    }

    @Test
    void what_only_warms_up_in_the_first_quarter_is_flat() {
        life(1, 0, 40, minute -> minute < 10 ? minute * 10 : 100);

        assertThat(verdict().isFlat()).isTrue();
    }

    @Test
    void what_grows_is_not_flat() {
        life(1, 0, 40, minute -> 100 + minute * 0.3);

        assertThat(verdict().isFlat()).isFalse();
    }

    @Test
    void a_single_peak_is_not_growth() {
        life(1, 0, 40, minute -> minute == 37 ? 500 : 100);

        assertThat(verdict().isFlat()).isTrue();
    }

    @Test
    void a_restart_does_not_hide_growth() {
        life(1, 0, 25, minute -> 100 + minute * 2);
        life(2, 25, 40, minute -> 100);

        assertThat(verdict().isFlat()).isFalse();
        assertThat(verdict().samples()).isEqualTo(25);
    }

    @Test
    void what_was_hardly_measured_is_not_flat() {
        life(1, 0, 5, minute -> 100);

        assertThat(verdict().isFlat()).isFalse();
    }

    private void life(long pid, int from, int until, IntToDoubleFunction value) {
        for (int minute = from; minute < until; minute++) {
            samples.add(new Sample(
                    START.plusSeconds(minute * 60L), "a service", pid, Figure.HEAP, value.applyAsDouble(minute)));
        }
    }

    private Flatness verdict() {
        return Flatness.of(samples).getFirst();
    }
}
