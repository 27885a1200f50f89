package dev.producerdiscovery.worker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.Note;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Providers that refuse, hang and talk nonsense. */
class ProviderStormTest {

    /** Far more than the attempts that a message has. */
    private static final int REFUSALS = 7;

    private final Site site = Site.in(TestDatabase.fresh());
    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        never.countDown();
        site.close();
    }

    private int call(Note note) {
        return calls.merge(note.text(), 1, Integer::sum);
    }

    private static ThrottledFailure tooMany(String provider) {
        return new ThrottledFailure(provider, Instant.now().plusMillis(30), "429");
    }

    @Test
    void a_storm_of_refusals_from_the_provider_that_everything_needs_costs_no_attempt() {
        Flood flood = new Flood(site, 30).send();
        Crew crew = site.crew(Tuning.QUICK.maxAttempts(1));
        crew.start(Flood.workers(
                crew.jdbc(),
                (note, delivery) -> {
                    if (call(note) <= REFUSALS) {
                        throw tooMany("spotify");
                    }
                },
                Set.of("spotify")));

        flood.assertExactlyOnce();

        assertThat(crew.endings()).filteredOn(Ending.THROTTLED::equals).hasSize(REFUSALS * 90);
    }

    @Test
    void a_storm_of_refusals_from_one_provider_of_several_costs_no_attempt() {
        Flood flood = new Flood(site, 30).send();
        Crew crew = site.crew(Tuning.QUICK.maxAttempts(1).concurrency(64));
        crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> {
            if (call(note) <= REFUSALS) {
                throw tooMany("genius");
            }
        }));

        flood.assertExactlyOnce();
    }

    @Test
    void hangs_and_nonsense_cost_an_attempt_each_and_the_refusals_between_them_none() {
        Flood flood = new Flood(site, 20).send();
        Crew crew = site.crew(Tuning.QUICK
                .lease(Duration.ofSeconds(1))
                .maxHandlingTime(Duration.ofSeconds(1))
                .maxAttempts(3));
        crew.start(Flood.workers(crew.jdbc(), this::ask, Set.of("spotify")));

        flood.assertExactlyOnce();

        assertThat(crew.endings()).contains(Ending.THROTTLED, Ending.FAILED).doesNotContain(Ending.DEAD);
    }

    /** Refused, answered with nonsense, refused, left hanging, refused again and again, and served at last. */
    private void ask(Note note, Delivery delivery) throws InterruptedException {
        switch (call(note)) {
            case 2 -> throw new TransientFailure("the answer is a web page");
            case 4 -> {
                // Only a few hang: each of them takes the time that a handler has.
                if (note.text().endsWith("1")) {
                    never.await();
                }
            }
            case 1, 3, 5, 6, 7 -> throw tooMany("spotify");
            default -> assertThat(delivery.failures()).isBetween(1, 2);
        }
    }
}
