package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LowWaterMarkTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration QUICK = Duration.ofMillis(2);
    private static final Duration SLOW = Duration.ofMillis(300);

    private final AtomicInteger looksNow = new AtomicInteger();
    private Instant time = NOON;
    private Duration checkTakes = SLOW;
    private Supplier<Instant> found = () -> time;
    private final LowWaterMark mark = new LowWaterMark(this::fromTheBeginning, looksNow::incrementAndGet, () -> time);

    private Instant fromTheBeginning() {
        Instant first = found.get();
        time = time.plus(checkTakes);
        return first;
    }

    @Test
    void while_looks_are_quick_they_begin_at_the_very_beginning() {
        assertThat(mark.looked(QUICK)).isFalse();
        assertThat(mark.get()).isNull();
    }

    @Test
    void a_slow_one_is_followed_by_one_check_and_the_next_begin_a_moment_before_what_it_found() {
        assertThat(mark.looked(SLOW)).isTrue();
        assertThat(mark.looked(SLOW)).as("while the first is being made").isFalse();

        mark.check();

        assertThat(mark.get()).isEqualTo(NOON.minus(LowWaterMark.MARGIN));
        assertThat(looksNow).hasValue(0);
    }

    @Test
    void a_look_that_was_slow_for_once_leaves_no_mark() {
        checkTakes = QUICK;
        assertThat(mark.looked(SLOW)).isTrue();

        mark.check();

        assertThat(mark.get()).isNull();
        assertThat(mark.looked(SLOW)).as("again at once").isFalse();
        time = NOON.plusSeconds(3600);
        assertThat(mark.looked(QUICK)).isFalse();
        assertThat(mark.looked(SLOW)).isTrue();
    }

    @Test
    void checks_take_no_more_than_a_tenth_of_the_time() {
        mark.looked(SLOW);
        mark.check();
        time = time.plusSeconds(3).minusMillis(1);
        assertThat(mark.looked(SLOW)).isFalse();
        time = time.plusMillis(1);
        assertThat(mark.looked(QUICK)).isTrue();

        checkTakes = Duration.ofSeconds(2);
        mark.check();

        time = time.plusSeconds(19);
        assertThat(mark.looked(QUICK)).isFalse();
        time = time.plusSeconds(1);
        assertThat(mark.looked(QUICK)).isTrue();
    }

    @Test
    void the_mark_moves_on_with_every_check() {
        mark.check();
        found = () -> NOON.plusSeconds(60);

        mark.check();

        assertThat(mark.get()).isEqualTo(NOON.plusSeconds(60).minus(LowWaterMark.MARGIN));
        assertThat(looksNow).hasValue(0);
    }

    @Test
    void what_fell_due_behind_the_mark_is_looked_at_right_after_a_check() {
        mark.check();
        found = () -> NOON.minusSeconds(90);

        mark.check();

        assertThat(mark.get()).isEqualTo(NOON.minusSeconds(90).minus(LowWaterMark.MARGIN));
        assertThat(looksNow).hasValue(1);
    }

    @Test
    void when_a_check_is_quick_again_the_mark_is_forgotten() {
        mark.check();
        checkTakes = QUICK;

        mark.check();

        assertThat(mark.get()).isNull();
        assertThat(looksNow).hasValue(1);
    }

    @Test
    void a_check_that_fails_is_made_again_and_changes_nothing() {
        mark.check();
        Instant before = mark.get();
        time = time.plusSeconds(3);
        assertThat(mark.looked(QUICK)).isTrue();
        found = () -> {
            throw new IllegalStateException("in a test");
        };

        assertThatThrownBy(mark::check).hasMessage("in a test");

        assertThat(mark.get()).isEqualTo(before);
        time = time.plusSeconds(1);
        assertThat(mark.looked(QUICK)).isTrue();
    }
}
