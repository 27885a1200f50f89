package dev.producerdiscovery.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentlyReadTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private Cache<String, String> cache(Duration kept) {
        return RecentlyRead.cache(kept, () -> now, 10, (key, value) -> 1);
    }

    @Test
    void what_was_read_is_at_hand_until_its_time_is_over() {
        Cache<String, String> cache = cache(Duration.ofMinutes(1));
        cache.put("release", "sheet");

        now = now.plusSeconds(59);
        assertThat(cache.getIfPresent("release")).isEqualTo("sheet");
        now = now.plusSeconds(2);
        assertThat(cache.getIfPresent("release")).isNull();
    }

    @Test
    void without_any_time_nothing_is_kept() {
        Cache<String, String> cache = cache(Duration.ZERO);
        cache.put("release", "sheet");

        assertThat(cache.getIfPresent("release")).isNull();
    }

    @Test
    void no_more_is_kept_than_there_is_room_for() {
        Cache<String, String> cache = cache(Duration.ofMinutes(1));
        IntStream.range(0, 100).forEach(number -> cache.put("release " + number, "sheet"));

        cache.cleanUp();

        assertThat(cache.asMap()).hasSizeLessThanOrEqualTo(10);
    }
}
