package dev.producerdiscovery.provider.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** Caches as tests need them. */
public final class TestCaches {

    private TestCaches() {}

    /** Keeps answers in this process alone; without times none. */
    public static AnswerCache own(Clock clock, MeterRegistry meters, Map<String, Map<String, Duration>> times) {
        return new AnswerCache(settings(times), SharedAnswers.none(), clock, meters);
    }

    static CacheSettings settings(Map<String, Map<String, Duration>> times) {
        return new CacheSettings(
                true,
                times,
                Duration.ofHours(1),
                Duration.ofDays(2),
                DataSize.ofMegabytes(1),
                DataSize.ofKilobytes(64));
    }
}
