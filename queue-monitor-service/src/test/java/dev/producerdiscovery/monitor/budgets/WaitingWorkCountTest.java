package dev.producerdiscovery.monitor.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WaitingWorkCountTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2031-03-01T12:00:00Z"));
    private final WaitingWorkCount count = new WaitingWorkCount(owner, Duration.ofSeconds(15), now::get);

    @Test
    void what_was_counted_holds_for_a_while() {
        owner.sql("select worker_park('spotify', '*', now() + interval '1 day', 'banned')")
                .query()
                .singleRow();
        send();
        assertThat(messages()).containsExactly(1L);
        send();
        now.set(now.get().plusSeconds(14));
        assertThat(messages()).containsExactly(1L);
        now.set(now.get().plusSeconds(1));
        assertThat(messages()).containsExactly(2L);
    }

    private void send() {
        owner.sql("select pg_enqueue('album_discovery', '{}')").query().singleRow();
    }

    private List<Long> messages() {
        Map<WaitingWorkCount.Key, List<WaitingWork>> waiting = count.byBudget();
        return waiting.getOrDefault(new WaitingWorkCount.Key("spotify", "*"), List.of()).stream()
                .map(WaitingWork::messages)
                .toList();
    }
}
