package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.Refreshing;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a handler runs within, whose messages name their runs and may ask for a new look. */
class ScopeTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final UUID MINE = UUID.fromString("6f1c0a52-0000-4000-8000-000000000001");
    private static final UUID YOURS = UUID.fromString("6f1c0a52-0000-4000-8000-000000000002");

    /** A call of a handler. */
    private record Call(WorkScope scope, List<Delivery> deliveries) {

        boolean isOf(UUID run) {
            return scope.run().equals(Optional.of(run));
        }
    }

    private final WorkerBench bench = new WorkerBench();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<WorkScope> settlements = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private Outcome settled() {
        return Outcome.done(outbox -> settlements.add(WorkScope.current()));
    }

    private final class One extends BaseWorker<Asked> {

        One() {
            super(QUEUE, Asked.class);
        }

        @Override
        public Outcome handle(Asked message, Delivery delivery) {
            calls.add(new Call(WorkScope.current(), List.of(delivery)));
            return settled();
        }
    }

    private final class Many extends BatchWorker<Asked> {

        private final int mostThatSucceed;

        Many(int mostThatSucceed) {
            super(QUEUE, Asked.class, 8);
            this.mostThatSucceed = mostThatSucceed;
        }

        @Override
        public List<Outcome> handle(List<Received<Asked>> messages) {
            calls.add(new Call(
                    WorkScope.current(),
                    messages.stream().map(Received::delivery).toList()));
            if (messages.size() > mostThatSucceed) {
                throw new IllegalStateException("one of them is to blame");
            }
            return messages.stream().map(message -> settled()).toList();
        }
    }

    private void send(@Nullable UUID run, String more) {
        bench.send("{" + (run == null ? "" : "\"_correlationId\": \"" + run + "\", ") + more + "}");
    }

    private void handledBy(BaseWorker<?> worker) {
        bench.start(worker);
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.waiting(QUEUE) == 0);
    }

    private List<Call> callsOf(UUID run) {
        return calls.stream().filter(call -> call.isOf(run)).toList();
    }

    @Test
    void the_calls_of_a_handler_are_on_account_of_the_run_that_its_message_names() {
        send(MINE, "\"refresh\": null");
        send(null, "\"refresh\": false");

        handledBy(new One());

        assertThat(calls)
                .extracting(Call::scope)
                .containsExactlyInAnyOrder(new WorkScope(Optional.of(MINE), Instant.MIN), WorkScope.NONE);
    }

    @Test
    void whoever_asks_for_a_new_look_gets_answers_from_after_the_asking_however_large_the_message() {
        send(MINE, "\"refresh\": true");
        send(YOURS, "\"refresh\": true, \"padding\": \"" + "x".repeat(100_000) + "\"");

        handledBy(new One());

        assertThat(calls).hasSize(2).allSatisfy(call -> {
            Delivery delivery = call.deliveries().getFirst();
            assertThat(delivery.refresh()).isTrue();
            assertThat(call.scope()).isEqualTo(new WorkScope(delivery.correlationId(), delivery.enqueuedAt()));
        });
    }

    @Test
    void the_calls_of_a_batch_are_on_account_of_one_run() {
        for (int i = 0; i < 3; i++) {
            send(MINE, "\"refresh\": false");
            send(YOURS, "\"refresh\": false");
            send(null, "\"refresh\": false");
        }

        handledBy(new Many(8));

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.deliveries())
                        .extracting(Delivery::correlationId)
                        .containsOnly(call.scope().run()))
                .as("messages of a run, and those of none, come together")
                .anyMatch(call -> call.deliveries().size() > 1);
        assertThat(callsOf(MINE)).isNotEmpty();
        assertThat(callsOf(YOURS)).isNotEmpty();
    }

    @Test
    void a_batch_gets_answers_as_new_as_the_latest_of_its_messages_wants_them() {
        send(MINE, "\"refresh\": true");
        send(MINE, "\"refresh\": true");
        send(MINE, "\"refresh\": false");

        handledBy(new Many(8));

        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.scope().answersSince())
                        .isEqualTo(call.deliveries().stream()
                                .filter(Delivery::refresh)
                                .map(Delivery::enqueuedAt)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()));
    }

    @Test
    void a_message_of_a_batch_that_is_handled_again_alone_has_its_own() {
        send(MINE, "\"refresh\": true");
        send(MINE, "\"refresh\": false");

        handledBy(new Many(1));

        List<Instant> alone = new ArrayList<>(calls.stream()
                .filter(call -> call.deliveries().size() == 1)
                .map(call -> call.scope().answersSince())
                .toList());
        assertThat(alone).hasSize(2).contains(Instant.MIN).doesNotHaveDuplicates();
        assertThat(callsOf(MINE)).hasSize(3);
    }

    @Test
    void nothing_of_it_is_left_for_settlements_or_for_who_comes_next() {
        send(MINE, "\"refresh\": true");
        handledBy(new One());

        assertThat(settlements).containsExactly(WorkScope.NONE);
        assertThat(WorkScope.current()).isEqualTo(WorkScope.NONE);
        WorkScope scope = new WorkScope(Optional.of(YOURS), Instant.EPOCH);
        assertThat(scope.<WorkScope, RuntimeException>within(() -> WorkScope.NONE.within(WorkScope::current)))
                .isEqualTo(WorkScope.NONE);
    }

    /** The message of these workers. */
    private record Asked(@Nullable Boolean refresh) implements Refreshing {

        @Override
        public boolean refreshes() {
            return Boolean.TRUE.equals(refresh);
        }
    }
}
