package dev.producerdiscovery.provider.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InMemoryProviderFactsTest {

    private final AtomicLong now = new AtomicLong();
    private final ProviderFacts facts = new InMemoryProviderFacts(now::get);

    @Test
    void a_fact_that_was_not_seen_for_long_is_learned_anew() {
        facts.remember("acme", "batches", "refused");
        now.addAndGet(Duration.ofDays(6).toNanos());
        assertThat(facts.find("acme", "batches")).contains("refused");

        now.addAndGet(Duration.ofDays(2).toNanos());

        assertThat(facts.find("acme", "batches")).isEmpty();
    }
}
