package dev.producerdiscovery.provider.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatedPagesTest {

    private final AtomicLong now = new AtomicLong();
    private final RepeatedPages pages = new RepeatedPages(now::get);

    @Test
    void a_list_that_repeats_itself_ends() {
        assertThat(read(0, "one", "two").items()).hasSize(2);

        assertThat(read(2, "one", "two").items()).isEmpty();
    }

    @Test
    void a_list_that_has_moved_on_since_it_was_read_long_ago_does_not() {
        assertThat(read(0, "one", "two").items()).hasSize(2);
        now.addAndGet(Duration.ofHours(2).toNanos());

        assertThat(read(2, "one", "two").items()).hasSize(2);
    }

    private SpotifyPage<String> read(int offset, String... items) {
        return pages.orEnd(
                "albums of somebody",
                offset,
                new SpotifyPage<>(List.of(items), OptionalInt.of(offset + items.length), null));
    }
}
