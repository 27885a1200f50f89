package dev.producerdiscovery.worker.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

    @Property(tries = 300)
    void a_wait_is_never_negative_and_never_beyond_its_ceiling(
            @ForAll @IntRange(min = 1, max = 100_000) int baseMillis,
            @ForAll @IntRange(min = 0, max = 1_000_000) int more,
            @ForAll @IntRange(min = -2, max = Integer.MAX_VALUE) int failures,
            @ForAll long seed) {
        Duration cap = Duration.ofMillis((long) baseMillis + more);
        Backoff backoff = new Backoff(Duration.ofMillis(baseMillis), cap, new SplittableRandom(seed));

        assertThat(backoff.delay(failures)).isBetween(Duration.ZERO, backoff.ceiling(failures));
        assertThat(backoff.ceiling(failures)).isLessThanOrEqualTo(cap);
    }

    @Example
    void the_ceiling_doubles_with_every_failure_up_to_the_cap() {
        Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(15), new SplittableRandom(1));

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(backoff::ceiling).map(Duration::toSeconds))
                .containsExactly(2L, 4L, 8L, 15L, 15L);
    }
}
