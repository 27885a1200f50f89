package dev.producerdiscovery.worker.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RateTest {

    @Example
    void rates_are_written_as_people_write_them() {
        assertThat(Rate.parse("180/30s")).contains(new Rate(180, Duration.ofSeconds(30)));
        assertThat(Rate.parse("1/s")).contains(new Rate(1, Duration.ofSeconds(1)));
        assertThat(Rate.parse("55/min")).contains(new Rate(55, Duration.ofMinutes(1)));
        assertThat(Rate.parse("3")).contains(new Rate(3, Duration.ofSeconds(1)));
        assertThat(Rate.parse("")).isEmpty();
        assertThat(Rate.parse("0")).isEmpty();
        assertThatThrownBy(() -> Rate.parse("soon")).hasMessageContaining("soon");
        assertThatThrownBy(() -> Rate.parse("1/0s")).hasMessageContaining("1/0s");
    }

    @Property(tries = 60)
    void no_window_ever_sees_more_calls_than_the_rate_and_most_of_it_is_used(
            @ForAll @IntRange(min = 1, max = 400) int calls, @ForAll @IntRange(min = 1, max = 60) int seconds) {
        Rate rate = new Rate(calls, Duration.ofSeconds(seconds));
        List<Long> sent = eagerCaller(rate, 4);

        long window = rate.per().toNanos();
        int first = 0;
        for (int last = 0; last < sent.size(); last++) {
            while (sent.get(last) - sent.get(first) >= window) {
                first++;
            }
            assertThat(last - first + 1).isLessThanOrEqualTo(calls);
        }
        assertThat(sent.size()).isGreaterThanOrEqualTo((int) (0.88 * calls * 4));
    }

    /** When calls are sent by somebody who sends one whenever the bucket allows it. */
    private static List<Long> eagerCaller(Rate rate, int windows) {
        AtomicLong now = new AtomicLong();
        Bucket bucket = bucket(rate, now);
        long end = rate.per().toNanos() * windows;
        List<Long> sent = new ArrayList<>();
        while (now.get() < end) {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                sent.add(now.get());
            } else {
                now.addAndGet(Math.max(1, probe.getNanosToWaitForRefill()));
            }
        }
        return sent;
    }

    private static Bucket bucket(Rate rate, AtomicLong now) {
        var builder = Bucket.builder().withCustomTimePrecision(new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
        for (var limit : rate.bucket().getBandwidths()) {
            builder = builder.addLimit(limit);
        }
        return builder.build();
    }
}
