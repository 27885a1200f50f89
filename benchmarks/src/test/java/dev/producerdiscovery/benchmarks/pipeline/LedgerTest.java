package dev.producerdiscovery.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Offset<Double> CLOSELY = within(1e-9);

    /** Nothing for 4 s, then ten songs a second for 10 s that cost 20 ms each, then five that cost 80 ms. */
    private static final Ledger SLOWER = new Ledger(List.of(
            reading(0, 0, 100),
            reading(2, 0, 100.4),
            reading(4, 0, 101),
            reading(14, 100, 103),
            reading(24, 150, 107),
            reading(30, 150, 110)));

    @Test
    void the_whole_costs_also_what_is_done_before_the_first_song_and_after_the_last() {
        assertThat(SLOWER.songs()).isEqualTo(150);
        assertThat(SLOWER.aSong(Reading::cpu)).isEqualTo(10.0 / 150, CLOSELY);
        assertThat(SLOWER.aSong(reading -> reading.database().rows())).isEqualTo(3_000.0 / 150, CLOSELY);
    }

    @Test
    void the_rate_is_that_from_the_first_song_to_the_last() {
        assertThat(SLOWER.rate()).isEqualTo(150.0 / 20, CLOSELY);
    }

    @Test
    void parts_have_the_same_number_of_songs_which_come_evenly_between_two_readings() {
        List<Slice> thirds = SLOWER.slices(3);

        assertThat(thirds).extracting(Slice::songs).containsOnly(50.0);
        assertThat(thirds)
                .extracting(Slice::rate)
                .usingComparatorForType(LedgerTest::closely, Double.class)
                .containsExactly(10.0, 10.0, 5.0);
        assertThat(thirds)
                .extracting(Slice::cpuMillisASong)
                .usingComparatorForType(LedgerTest::closely, Double.class)
                .containsExactly(20.0, 20.0, 80.0);
        assertThat(thirds.getLast().cpuMillisASong("postgres")).isEqualTo(60, CLOSELY);
    }

    @Test
    void parts_that_are_no_whole_number_of_songs_end_with_the_last_song_and_not_with_the_work_after_it() {
        double seconds = SLOWER.slices(7).stream().mapToDouble(Slice::seconds).sum();

        assertThat(seconds).isEqualTo(20, CLOSELY);
    }

    @Test
    void a_song_that_is_looked_at_again_does_not_turn_time_back() {
        Ledger ledger = new Ledger(List.of(reading(0, 0, 0), reading(2, 20, 1), reading(4, 18, 2), reading(6, 40, 3)));

        assertThat(ledger.slices(4)).extracting(Slice::seconds).allMatch(seconds -> seconds > 0);
        assertThat(ledger.rate()).isEqualTo(40.0 / 6, CLOSELY);
    }

    @Test
    void what_happens_while_no_message_waits_is_no_songs_cost() {
        Course course = new Course();
        course.add(reading(0, 0, 100, 0));
        course.add(reading(2, 10, 102, 5));
        course.add(reading(4, 20, 104, 0));
        course.add(reading(6, 20, 107, 0));
        assertThat(course.isOver()).isFalse();
        course.add(reading(8, 20, 109, 0));

        assertThat(course.isOver()).isTrue();
        assertThat(course.ledger().total(Reading::seconds)).isEqualTo(4, CLOSELY);
        assertThat(course.ledger().aSong(Reading::cpu)).isEqualTo(0.2, CLOSELY);
    }

    @Test
    void a_run_in_which_nothing_changes_for_five_minutes_is_stuck() {
        Course course = new Course();
        course.add(reading(0, 0, 0, 0));
        course.add(reading(2, 10, 0, 5));
        course.add(reading(302, 10, 0, 5));
        assertThat(course.isStuck()).isFalse();
        course.add(reading(303, 10, 0, 5));
        assertThat(course.isStuck()).isTrue();
        course.add(reading(304, 10, 0, 4));
        assertThat(course.isStuck()).isFalse();
    }

    private static int closely(double one, double other) {
        return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
    }

    private static Reading reading(double seconds, long songs, double cpu) {
        return reading(seconds, songs, cpu, 1);
    }

    /** PostgreSQL has three quarters of the CPU; 100 rows are written a second. */
    private static Reading reading(double seconds, long songs, double cpu, long waiting) {
        Map<String, Usage> components =
                Map.of("postgres", new Usage(cpu * 0.75, 100), "redis", new Usage(cpu * 0.25, 10));
        return new Reading(seconds, songs, waiting, components, new Counters(0, 0, (long) (seconds * 100)), 0);
    }
}
