package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.engine.Ending;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Handlers that are slower than their lease, or never end. */
class LeaseTest {

    private static final Tuning SHORT = Tuning.QUICK.lease(Duration.ofSeconds(1));

    private final Site site = Site.in(TestDatabase.fresh());
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void close() {
        release.countDown();
        site.close();
    }

    private void begin(CountDownLatch end) throws InterruptedException {
        begun.incrementAndGet();
        end.await();
    }

    /** Connections on which no lease can be renewed. */
    private DataSource withoutRenewal() {
        return new Watched(site.worker(), new Watched.Watch() {
            @Override
            public Object step(String what, Connection connection, Watched.Step step) throws SQLException {
                if (what.contains("worker_extend")) {
                    throw new SQLException("renewal is impossible", "57014");
                }
                return step.run();
            }
        });
    }

    @Test
    void a_lease_is_renewed_for_as_long_as_the_handler_needs() {
        Flood flood = new Flood(site, 4).send();
        Collection<String> handled = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 2; i++) {
            Crew crew = site.crew(Tuning.QUICK);
            crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> {
                handled.add(note.text());
                TimeUnit.SECONDS.sleep(5);
            }));
        }

        flood.assertExactlyOnce();

        assertThat(handled).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void a_handler_whose_lease_could_not_be_renewed_has_no_effect_beside_that_of_its_heir() {
        Flood flood = new Flood(site, 6).send();
        Crew slow = site.add(new Crew(withoutRenewal(), SHORT.concurrency(6)));
        slow.start(Flood.workers(slow.jdbc(), (note, delivery) -> begin(release)));
        soon().until(() -> begun.get() == 6);

        Crew heir = site.crew(Tuning.QUICK.lease(Duration.ofMinutes(1)));
        heir.start(Flood.workers(heir.jdbc(), Flood.NONE));
        soon().until(() -> site.archived(Flood.QUEUE) == 6);
        release.countDown();

        soon().until(() -> slow.engine().busy(Flood.QUEUE) == 0);
        assertThat(slow.endings()).filteredOn(Ending.LOST::equals).hasSize(6);
        flood.assertExactlyOnce();
    }

    @Test
    void of_two_that_both_believe_to_hold_a_message_the_later_one_settles_it() {
        // One, because the later process handles alone what an earlier one held, and one slot, so that the early one
        // does
        // not take it up again itself.
        Flood flood = new Flood(site, 1).send();
        Crew early = site.add(new Crew(withoutRenewal(), SHORT.concurrency(1)));
        CountDownLatch settled = new CountDownLatch(1);
        early.start(Flood.workers(early.jdbc(), (note, delivery) -> begin(release)));
        soon().until(() -> begun.get() == 1);
        Crew late = site.crew(Tuning.QUICK.lease(Duration.ofMinutes(1)));
        late.start(Flood.workers(late.jdbc(), (note, delivery) -> begin(settled)));
        soon().until(() -> begun.get() == 2);

        // The stale one acknowledges first.
        release.countDown();
        soon().until(() -> early.endings().size() == 1);
        assertThat(site.effects(Flood.QUEUE)).isEmpty();
        settled.countDown();

        flood.assertExactlyOnce();
        assertThat(early.endings()).startsWith(Ending.LOST).doesNotContain(Ending.FAILED, Ending.DEAD);
    }

    @Test
    void a_handler_that_hangs_is_interrupted_and_its_message_done_by_the_next_attempt() {
        Flood flood = new Flood(site, 20).send();
        Crew crew = site.crew(SHORT.maxHandlingTime(Duration.ofSeconds(1)));
        crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> {
            if (delivery.failures() == 0 && note.text().endsWith("3")) {
                release.await();
            }
        }));

        flood.assertExactlyOnce();

        assertThat(crew.endings()).filteredOn(Ending.FAILED::equals).hasSize(2);
        soon().until(() -> crew.engine().busy(Flood.QUEUE) == 0);
    }

    @Test
    void a_handler_that_ignores_its_interrupt_keeps_its_slot_and_nothing_else() {
        Flood flood = new Flood(site, 20).send();
        Crew crew = site.crew(SHORT.concurrency(2).maxHandlingTime(Duration.ofSeconds(1)));
        crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> {
            if (delivery.failures() == 0 && note.text().equals("3")) {
                hangOn();
            }
        }));

        flood.assertExactlyOnce();

        assertThat(crew.engine().busy(Flood.QUEUE)).isEqualTo(1);
        release.countDown();
        soon().until(() -> crew.engine().busy(Flood.QUEUE) == 0);
    }

    private void hangOn() {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                // That is the point.
                released = false;
            }
        }
    }
}
