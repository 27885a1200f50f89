package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.util.List;
import java.util.Objects;

/** The call of a handler, within the scope of what it is called for. Throws whatever the handler throws. */
final class HandlerCall {

    private HandlerCall() {}

    static <M> Outcome alone(BaseWorker<M> worker, Received<M> received) throws Exception {
        return scope(List.of(received)).within(() -> given(worker.handle(received.message(), received.delivery())));
    }

    /** @param messages of one run */
    static <M> List<Outcome> together(BatchWorker<M> worker, List<Received<M>> messages) throws Exception {
        List<Outcome> outcomes = scope(messages).within(() -> worker.outcomes(messages));
        outcomes.forEach(HandlerCall::given);
        return outcomes;
    }

    private static <M> WorkScope scope(List<Received<M>> messages) {
        return WorkScope.of(messages.stream().map(Received::delivery).toList());
    }

    private static Outcome given(Outcome outcome) {
        return Objects.requireNonNull(outcome, "the handler returned no outcome");
    }
}
