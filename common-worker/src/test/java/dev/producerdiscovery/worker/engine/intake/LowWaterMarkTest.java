package dev.producerdiscovery.worker.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.worker.pgmq.LowWater;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LowWaterMarkTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant MARK = NOON.minus(LowWaterMark.MARGIN);
    private static final Duration QUICK = Duration.ofMillis(2);
    private static final Duration SLOW = Duration.ofMillis(300);

    private final AtomicInteger looksNow = new AtomicInteger();
    private Instant time = NOON;
    private Duration checkTakes = SLOW;
    private Duration serverTakes = SLOW;
    private Supplier<Instant> found = () -> NOON;
    private final LowWaterMark mark = new LowWaterMark(this::fromTheBeginning, looksNow::incrementAndGet, () -> time);

    private LowWater fromTheBeginning() {
        time = time.plus(checkTakes);
        return new LowWater(found.get(), serverTakes);
    }

    private boolean looked(Duration took) {
        return mark.looked(mark.get(), took, true, Optional.empty());
    }

    @Test
    void while_looks_are_quick_they_begin_at_the_very_beginning() {
        assertThat(looked(QUICK)).isFalse();
        assertThat(mark.get()).isNull();
        assertThat(mark.nextCheck()).isEmpty();
    }

    @Test
    void a_slow_one_is_followed_by_one_check_and_the_next_begin_a_moment_before_what_it_found() {
        assertThat(looked(SLOW)).isTrue();
        assertThat(looked(SLOW)).as("while the first is being made").isFalse();

        mark.check();

        assertThat(mark.get()).isEqualTo(MARK);
        assertThat(mark.nextCheck()).contains(SLOW.multipliedBy(10));
        assertThat(looksNow).hasValue(0);
    }

    @Test
    void a_look_that_is_slow_for_another_reason_leaves_no_mark() {
        serverTakes = QUICK;
        assertThat(looked(SLOW)).isTrue();

        mark.check();

        assertThat(mark.get()).isNull();
        assertThat(looked(SLOW)).as("again at once").isFalse();
        time = NOON.plusSeconds(3600);
        assertThat(looked(QUICK)).isFalse();
        assertThat(looked(SLOW)).isTrue();
    }

    @Test
    void checks_take_no_more_than_a_tenth_of_the_time() {
        looked(SLOW);
        mark.check();

        time = time.plusSeconds(3).minusMillis(1);
        assertThat(looked(SLOW)).isFalse();
        time = time.plusMillis(1);
        assertThat(looked(QUICK)).isTrue();
        assertThat(mark.nextCheck()).as("while one is being made").contains(LowWaterMark.MARGIN);
    }

    @Test
    void nothing_waits_longer_for_a_check_than_that_can_wait() {
        checkTakes = Duration.ofSeconds(12);

        mark.check();

        assertThat(mark.nextCheck()).contains(LowWaterMark.PATIENCE);
    }

    @Test
    void the_mark_moves_on_with_every_look_that_found_all_there_was() {
        mark.check();

        mark.looked(mark.get(), QUICK, false, Optional.of(NOON.plusSeconds(5)));
        assertThat(mark.get()).isEqualTo(MARK);
        mark.looked(mark.get(), QUICK, true, Optional.of(NOON.plusSeconds(5)));
        assertThat(mark.get()).isEqualTo(MARK.plusSeconds(5));
        mark.looked(mark.get(), QUICK, true, Optional.of(NOON.plusSeconds(3)));
        assertThat(mark.get()).isEqualTo(MARK.plusSeconds(5));
    }

    @Test
    void the_mark_moves_on_with_every_check() {
        mark.check();
        found = () -> NOON.plusSeconds(60);

        mark.check();

        assertThat(mark.get()).isEqualTo(MARK.plusSeconds(60));
        assertThat(looksNow).hasValue(0);
    }

    @Test
    void what_fell_due_behind_the_mark_is_looked_at_until_a_look_has_found_all() {
        mark.check();
        found = () -> NOON.minusSeconds(90);

        mark.check();

        assertThat(looksNow).hasValue(1);
        assertThat(mark.get()).isEqualTo(NOON.minusSeconds(90));
        mark.looked(mark.get(), SLOW, false, Optional.of(NOON.plusSeconds(60)));
        assertThat(mark.get()).isEqualTo(NOON.minusSeconds(90));
        looked(SLOW);
        assertThat(mark.get()).isEqualTo(MARK);
    }

    @Test
    void a_look_that_was_under_way_has_not_seen_what_a_check_found_meanwhile() {
        mark.check();
        Instant from = mark.get();
        found = () -> NOON.minusSeconds(90);
        mark.check();

        mark.looked(from, QUICK, true, Optional.empty());

        assertThat(mark.get()).isEqualTo(NOON.minusSeconds(90));
    }

    @Test
    void when_a_check_is_quick_again_the_mark_is_forgotten() {
        mark.check();
        serverTakes = QUICK;
        found = () -> NOON.minusSeconds(90);

        mark.check();

        assertThat(mark.get()).isNull();
        assertThat(looksNow).hasValue(1);
    }

    @Test
    void a_check_that_fails_is_made_again_and_changes_nothing() {
        mark.check();
        time = time.plusSeconds(3);
        assertThat(looked(QUICK)).isTrue();
        checkTakes = Duration.ofSeconds(2);
        found = () -> {
            throw new IllegalStateException("in a test");
        };

        assertThatThrownBy(mark::check).hasMessage("in a test");

        assertThat(mark.get()).isEqualTo(MARK);
        assertThat(mark.nextCheck()).contains(Duration.ofSeconds(20));
        time = time.plusSeconds(20);
        assertThat(looked(QUICK)).isTrue();
    }
}
