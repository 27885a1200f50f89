package dev.producerdiscovery.worker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.faults.QueueModel.Place;
import dev.producerdiscovery.worker.faults.QueueModel.State;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever two sessions, a monitor and an operator do to a queue one after the other, the tables say what the model says:
 * no message is lost or doubled, and of all leases of a message only the last one ends it.
 */
class QueueModelTest {

    private static final String QUEUE = "model";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofHours(1);
    private static final int EXHAUSTED = 2;

    private static final Site SITE = Site.in(TestDatabase.fresh());
    private static final List<Crew> SESSIONS = List.of(session(), session());

    private QueueModel model = new QueueModel();
    private List<Lease> leases = new ArrayList<>();
    private Set<Integer> alive = new HashSet<>();
    private int sent;

    /**
     * @param session who does it
     * @param pick which of those that it may be done to
     * @param variant whether it hides the message for later, or the transaction is rolled back
     */
    record Operation(Act act, int session, int pick, int variant) {
        boolean later() {
            return variant % 2 == 1;
        }

        boolean rolledBack() {
            return variant >= 4;
        }
    }

    private static Crew session() {
        return SITE.add(new Crew(SITE.worker(), Tuning.QUICK, 1));
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        Arbitrary<Act> act = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(Act.SEND, Act.CLAIM)), Tuple.of(3, Arbitraries.of(Act.class)));
        return Combinators.combine(
                        act,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 5))
                .as(Operation::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    @Property(tries = 100)
    void the_tables_say_what_the_model_says(@ForAll("operations") List<Operation> operations) {
        clear();
        for (Operation operation : operations) {
            perform(operation);
            assertThat(states()).as("after %s", operation).containsExactlyInAnyOrderElementsOf(model.states());
        }
        assertThat(model.states()).extracting(State::value).hasSize(sent).doesNotHaveDuplicates();
        assertThat(leases).as("leases ever given").doesNotHaveDuplicates();
    }

    private void clear() {
        SITE.register(QUEUE);
        SITE.owner()
                .sql("truncate pgmq.q_model, pgmq.a_model, pgmq.q_model_dlq, worker_heartbeats")
                .update();
        model = new QueueModel();
        leases = new ArrayList<>();
        alive = new HashSet<>();
        sent = 0;
    }

    private void perform(Operation operation) {
        PgmqClient queues = SESSIONS.get(operation.session()).queues();
        switch (operation.act()) {
            case SEND -> send(queues);
            case CLAIM -> claim(queues, 1 + operation.pick() % 3);
            case EXTEND, ARCHIVE, RELEASE, FAIL, DEAD -> end(operation, queues);
            case TIME_PASSES -> {
                SITE.expireLeases(QUEUE);
                model.timePassed();
            }
            case SIGN_OF_LIFE -> {
                queues.heartbeat(QUEUE, "session " + operation.session(), LEASE);
                alive.add(operation.session());
            }
            case LEAVE -> {
                queues.leave(QUEUE, "session " + operation.session());
                alive.remove(operation.session());
            }
            case RESET -> {
                asOwner("select reset_stuck_messages('model', 0)");
                model.reset(!alive.isEmpty());
            }
            case BURY_EXHAUSTED -> {
                asOwner("select dead_letter_exhausted_messages('model', " + EXHAUSTED + ")");
                model.buried(EXHAUSTED);
            }
            case REPROCESS -> reprocess(operation.pick());
        }
    }

    private static void asOwner(String sql) {
        SITE.owner().sql(sql).query().listOfRows();
    }

    private void send(PgmqClient queues) {
        sent++;
        model.sent(queues.sendRaw(QUEUE, "{\"value\": \"" + sent + "\"}"), Integer.toString(sent));
    }

    private void claim(PgmqClient queues, int quantity) {
        Set<Long> visible = model.visible();
        List<ClaimedMessage> claimed = queues.claim(QUEUE, LEASE, quantity, 1_000_000);
        assertThat(claimed).hasSize(Math.min(quantity, visible.size()));
        for (ClaimedMessage message : claimed) {
            assertThat(visible).contains(message.lease().messageId());
            assertThat(message.lease()).isEqualTo(model.claimed(message.lease().messageId()));
            leases.add(message.lease());
        }
    }

    /** Ends or prolongs any lease that was ever given, whoever held it, also in a transaction that comes to nothing. */
    private void end(Operation operation, PgmqClient queues) {
        if (leases.isEmpty()) {
            return;
        }
        Lease lease = leases.get(operation.pick() % leases.size());
        boolean expected = model.held(lease) && !(operation.act() == Act.RELEASE && model.givenBack(lease));
        Duration delay = operation.later() ? LATER : Duration.ZERO;
        int failures = expected ? model.failures(lease.messageId()) + 1 : 1;
        BooleanSupplier statement = switch (operation.act()) {
            case EXTEND -> () -> !queues.extend(QUEUE, List.of(lease), LEASE).isEmpty();
            case ARCHIVE -> () -> !queues.archive(QUEUE, List.of(lease)).isEmpty();
            case RELEASE -> () -> !queues.release(QUEUE, List.of(lease), delay).isEmpty();
            case FAIL -> () -> queues.fail(QUEUE, lease, failures, "failed", delay);
            default -> () -> queues.dead(QUEUE, lease, failures, "dead", "{}");
        };

        assertThat(inTransaction(operation, statement)).as("%s held", lease).isEqualTo(expected);

        if (expected && !operation.rolledBack()) {
            switch (operation.act()) {
                case EXTEND -> model.extended(lease);
                case ARCHIVE -> model.moved(lease.messageId(), Place.ARCHIVE);
                case RELEASE -> model.putBack(lease, model.failures(lease.messageId()), operation.later());
                case FAIL -> model.putBack(lease, failures, operation.later());
                default -> model.moved(lease.messageId(), Place.DEAD);
            }
        }
    }

    private static boolean inTransaction(Operation operation, BooleanSupplier statement) {
        Crew session = SESSIONS.get(operation.session());
        return Boolean.TRUE.equals(
                new TransactionTemplate(new JdbcTransactionManager(session.pool())).execute(status -> {
                    if (operation.rolledBack()) {
                        status.setRollbackOnly();
                    }
                    return statement.getAsBoolean();
                }));
    }

    private void reprocess(int pick) {
        List<Long> dead = model.dead();
        if (dead.isEmpty()) {
            return;
        }
        long chosen = dead.get(pick % dead.size());
        long letter = SITE.owner()
                .sql("""
                        select msg_id
                        from pgmq.q_model_dlq
                        where message -> '_dlq_metadata' ->> 'original_message_id' = ?::text
                        """)
                .param(Long.toString(chosen))
                .query(Long.class)
                .single();
        asOwner("select reprocess_from_dlq('model_dlq', '" + letter + "')");
        model.reprocessed(
                chosen,
                SITE.owner()
                        .sql("select max(msg_id) from pgmq.q_model")
                        .query(Long.class)
                        .single());
    }

    private static List<State> states() {
        return SITE.owner()
                .sql("""
                        select
                            message ->> 'value' as value,
                            'QUEUE' as place,
                            read_ct,
                            coalesce((headers ->> 'failures')::integer, 0) as failures,
                            vt <= clock_timestamp() as visible
                        from pgmq.q_model
                        union all
                        select message ->> 'value', 'ARCHIVE', 0, 0, false
                        from pgmq.a_model
                        union all
                        select message ->> 'value', 'DEAD', 0, 0, false
                        from pgmq.q_model_dlq
                        """)
                .query((row, number) -> new State(
                        String.valueOf(row.getString("value")),
                        Place.valueOf(row.getString("place")),
                        row.getInt("read_ct"),
                        row.getInt("failures"),
                        row.getBoolean("visible")))
                .list();
    }
}
