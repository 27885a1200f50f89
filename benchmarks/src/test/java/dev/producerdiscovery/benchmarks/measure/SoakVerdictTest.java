package dev.producerdiscovery.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakVerdictTest {

    private static final int MEGABYTE = 1_000_000;

    private static List<String> verdict(IntFunction<Minute> minute) {
        return new SoakVerdict(IntStream.range(0, 30).mapToObj(minute).toList()).complaints();
    }

    private static Minute minute(int number, double p99, long heap, long dead, long bytes) {
        return new Minute(number, false, 1, p99, p99, heap, dead, bytes, 0);
    }

    @Test
    void what_stays_as_it_began_is_steady() {
        assertThat(verdict(n -> minute(n, 5 + n % 3, 50L * MEGABYTE, 500 + n % 7, 4L * MEGABYTE)))
                .isEmpty();
    }

    @Test
    void rows_that_pile_up_while_a_snapshot_is_held_are_no_fault_when_they_go_again() {
        assertThat(verdict(n -> minute(n, 5, 50L * MEGABYTE, n >= 12 && n < 18 ? 100_000 : 500, 30L * MEGABYTE)))
                .isEmpty();
    }

    @Test
    void memory_that_grows_is_told() {
        assertThat(verdict(n -> minute(n, 5, (50L + 3L * n) * MEGABYTE, 500, 4L * MEGABYTE)))
                .containsExactly("Memory grew.");
    }

    @Test
    void a_delay_that_grows_is_told() {
        assertThat(verdict(n -> minute(n, 5 + n, 50L * MEGABYTE, 500, 4L * MEGABYTE)))
                .containsExactly("The delay of the slowest hundredth grew.");
    }

    @Test
    void a_table_and_dead_rows_that_grow_are_told() {
        assertThat(verdict(n -> minute(n, 5, 50L * MEGABYTE, 1000L * n, (4L + n) * MEGABYTE)))
                .containsExactly("The queue's table kept growing.", "Dead rows kept piling up.");
    }

    @Test
    void a_message_that_nobody_handled_is_told() {
        assertThat(new SoakVerdict(List.of(new Minute(1, false, 1, 1, 1, 1, 0, 0, 2))).complaints())
                .containsExactly("Messages were not handled.");
    }
}
