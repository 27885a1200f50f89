package dev.producerdiscovery.worker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineKit;
import dev.producerdiscovery.worker.engine.TestWorker;
import dev.producerdiscovery.worker.engine.running.SingleStep;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.springframework.dao.DataAccessResourceFailureException;

/** Whatever befalls a message in whatever order: it is dead after as many real failures as configured, and not before. */
class AttemptsTest {

    private static final String QUEUE = "attempts";
    private static final Site SITE = Site.in(TestDatabase.fresh());
    private static final Crew CREW = SITE.crew(Tuning.QUICK);

    /** What becomes of one delivery. */
    enum Fate {
        TRANSIENT,
        INPUT_OUTPUT,
        DEFECT,
        SETTLEMENT_FAILS,
        REFUSED_BY_ALL_IMPORTANT,
        REFUSED_BY_ANOTHER,
        PUT_BACK,
        DATABASE_AWAY,
        TAKEN_OVER,
        PERMANENT,
        DONE;

        boolean realFailure() {
            return switch (this) {
                case TRANSIENT, INPUT_OUTPUT, DEFECT, SETTLEMENT_FAILS -> true;
                default -> false;
            };
        }

        Ending ending(boolean lastAttempt) {
            return switch (this) {
                case TRANSIENT, INPUT_OUTPUT, DEFECT, SETTLEMENT_FAILS -> lastAttempt ? Ending.DEAD : Ending.FAILED;
                case REFUSED_BY_ALL_IMPORTANT, REFUSED_BY_ANOTHER -> Ending.THROTTLED;
                case PUT_BACK, DATABASE_AWAY -> Ending.RETRY_LATER;
                case TAKEN_OVER -> Ending.LOST;
                case PERMANENT -> Ending.DEAD;
                case DONE -> Ending.DONE;
            };
        }
    }

    private final Queue<Fate> fates = new ArrayDeque<>();

    @Property(tries = 80)
    void a_message_is_dead_after_as_many_real_failures_as_configured_and_not_before(
            @ForAll @Size(min = 1, max = 14) List<Fate> script, @ForAll @IntRange(min = 1, max = 4) int maxAttempts) {
        SITE.register(QUEUE);
        SITE.owner()
                .sql("truncate pgmq.q_attempts, pgmq.a_attempts, pgmq.q_attempts_dlq")
                .update();
        fates.clear();
        fates.addAll(script);
        SingleStep step = new SingleStep(
                new TestWorker(QUEUE, (note, delivery) -> suffer(delivery.messageId()), Set.of("spotify")),
                new EngineKit(CREW.pool(), SITE.worker())
                        .with(Tuning.QUICK.maxAttempts(maxAttempts).settings())
                        .parts());
        CREW.queues().sendRaw(QUEUE, "{\"value\": \"x\"}");

        int failures = 0;
        boolean over = false;
        for (Fate fate : script) {
            if (over) {
                break;
            }
            SITE.expireLeases(QUEUE);
            Ended ended = step.run().orElseThrow();
            failures += fate.realFailure() ? 1 : 0;
            assertThat(ended.ending())
                    .as("%s after %s failures", fate, failures)
                    .isEqualTo(fate.ending(failures >= maxAttempts));
            over = ended.ending() == Ending.DEAD || ended.ending() == Ending.DONE;
            assertThat(SITE.waiting(QUEUE)).isEqualTo(over ? 0 : 1);
            assertThat(SITE.dead(QUEUE)).isEqualTo(ended.ending() == Ending.DEAD ? 1 : 0);
            assertThat(SITE.archived(QUEUE)).isEqualTo(ended.ending() == Ending.DONE ? 1 : 0);
            if (!over) {
                assertThat(countedFailures()).isEqualTo(failures).isLessThan(maxAttempts);
            }
        }
    }

    private Outcome suffer(long messageId) throws IOException {
        return switch (fates.remove()) {
            case TRANSIENT -> throw new TransientFailure("502");
            case INPUT_OUTPUT -> throw new IOException("connection reset");
            case DEFECT -> throw new IllegalStateException("nobody thought of this");
            case SETTLEMENT_FAILS ->
                Outcome.done(outbox -> {
                    throw new UnsupportedOperationException("refused");
                });
            case REFUSED_BY_ALL_IMPORTANT ->
                throw new ThrottledFailure("spotify", Instant.now().plusSeconds(3600), "429");
            case REFUSED_BY_ANOTHER ->
                new Outcome.Throttled("genius", Instant.now().plusSeconds(3600), "429");
            case PUT_BACK -> new Outcome.RetryLater(Duration.ofHours(1), "too early");
            case DATABASE_AWAY -> throw new DataAccessResourceFailureException("connection refused");
            case TAKEN_OVER -> {
                SITE.owner()
                        .sql("update pgmq.q_attempts set read_ct = read_ct + 1 where msg_id = ?")
                        .param(messageId)
                        .update();
                throw new TransientFailure("too late");
            }
            case PERMANENT -> throw new PermanentFailure("404");
            case DONE -> Outcome.done();
        };
    }

    private static int countedFailures() {
        return SITE.owner()
                .sql("select coalesce((headers ->> 'failures')::integer, 0) from pgmq.q_attempts")
                .query(Integer.class)
                .single();
    }
}
