package dev.producerdiscovery.worker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Note;
import dev.producerdiscovery.worker.engine.TestWorker;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbered messages, each of which leaves an effect and sends children into a second queue, which leave one, too. The
 * effects are plain rows without any constraint: a double one would show.
 */
final class Flood {

    /** What a handler does before its settlement, besides taking time. */
    @FunctionalInterface
    interface Work {
        void on(Note note, Delivery delivery) throws Exception;
    }

    static final Work NONE = (note, delivery) -> {};

    static final String QUEUE = "artist_discovery";
    static final String NEXT = "album_discovery";
    static final int CHILDREN = 2;

    private final Site site;
    private final int count;

    Flood(Site site, int count) {
        this.site = site;
        this.count = count;
    }

    Flood send() {
        site.owner().sql("""
                        select pgmq.send_batch(
                            ?::text,
                            array(
                                select jsonb_build_object('value', n::text, '_idempotencyKey', 'flood:' || n)
                                from generate_series(1, ?::integer) n))
                        """).params(QUEUE, count).query(Long.class).list();
        return this;
    }

    /** The workers of both queues. */
    static List<BaseWorker<?>> workers(JdbcClient jdbc, Work work) {
        return workers(jdbc, work, Set.of());
    }

    static List<BaseWorker<?>> workers(JdbcClient jdbc, Work work, Set<String> providers) {
        TestWorker parents = new TestWorker(
                QUEUE,
                (note, delivery) -> {
                    work.on(note, delivery);
                    return Outcome.done(outbox -> {
                        effect(jdbc, QUEUE, note.text());
                        children(note.text())
                                .forEach(child -> outbox.send(NEXT, Map.of("value", child), "flood:" + child));
                    });
                },
                providers);
        TestWorker children = new TestWorker(
                NEXT,
                (note, delivery) -> {
                    work.on(note, delivery);
                    return Outcome.done(outbox -> effect(jdbc, NEXT, note.text()));
                },
                providers);
        return List.of(parents, children);
    }

    static void effect(JdbcClient jdbc, String queue, String value) {
        jdbc.sql("insert into effects (queue, value) values (?::text, ?::text)")
                .params(queue, value)
                .update();
    }

    private static Stream<String> children(String parent) {
        return IntStream.rangeClosed(1, CHILDREN).mapToObj(child -> parent + "." + child);
    }

    /** Messages of both queues that are finished. */
    long finished() {
        return site.archived(QUEUE) + site.archived(NEXT);
    }

    long total() {
        return count * (1L + CHILDREN);
    }

    /** Waits until nothing is left; then everything took effect once, and nothing is dead. */
    void assertExactlyOnce() {
        awaitNothingLeft();
        assertThat(site.dead(QUEUE) + site.dead(NEXT)).as("dead messages").isZero();
        assertEffectsOnce();
    }

    /** The same, where other messages may be dead. */
    void assertEffectsOnce() {
        awaitNothingLeft();
        List<String> parents =
                IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
        assertThat(site.effects(QUEUE)).containsExactlyInAnyOrderElementsOf(parents);
        assertThat(site.effects(NEXT))
                .containsExactlyInAnyOrderElementsOf(
                        parents.stream().flatMap(Flood::children).toList());
        assertThat(finished()).as("messages archived").isEqualTo(total());
    }

    private void awaitNothingLeft() {
        Site.soon()
                .untilAsserted(() -> assertThat(site.waiting(QUEUE) + site.waiting(NEXT))
                        .as("messages left")
                        .isZero());
    }
}
