package dev.producerdiscovery.provider.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.provider.support.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredProviderFactsTest {

    private static final JdbcClient DATABASE =
            JdbcClient.create(TestDatabase.fresh().worker());

    private final TestClock clock = new TestClock();
    private final ProviderFacts facts = replica();
    private final ProviderFacts other = replica();

    @Test
    void what_one_replica_learns_all_know() {
        facts.remember("acme", "mode", "extended");

        assertThat(facts.find("acme", "mode")).contains("extended");
        assertThat(other.find("acme", "mode")).contains("extended");
    }

    @Test
    void what_was_learned_last_counts() {
        facts.remember("changing", "mode", "extended");
        other.remember("changing", "mode", "development");
        clock.advance(Duration.ofSeconds(11));

        assertThat(facts.find("changing", "mode")).contains("development");
    }

    @Test
    void nothing_is_known_about_others() {
        assertThat(facts.find("acme", "never learned")).isEmpty();
        assertThat(facts.find("nobody", "mode")).isEmpty();
    }

    @Test
    void a_fact_that_nobody_saw_for_long_is_learned_anew() {
        facts.remember("old", "batches", "refused");
        clock.advance(Duration.ofDays(8));

        assertThat(facts.find("old", "batches")).isEmpty();
        assertThat(other.find("old", "batches")).isEmpty();
    }

    @Test
    void without_the_table_a_process_goes_by_what_it_learned_itself() {
        ProviderFacts alone =
                new StoredProviderFacts(JdbcClient.create(TestDatabase.empty().worker()), clock, () -> 0);

        alone.remember("acme", "mode", "extended");

        assertThat(alone.find("acme", "mode")).contains("extended");
    }

    private StoredProviderFacts replica() {
        return new StoredProviderFacts(
                DATABASE,
                clock,
                () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());
    }
}
