package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.engine.message.Envelope;
import dev.producerdiscovery.worker.engine.message.LogContext;
import dev.producerdiscovery.worker.resilience.DatabaseFailures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Runs the handler of a batch worker, so that a bad message fails alone. Never throws. */
final class BatchHandling<M> {

    private record Message<M>(Envelope envelope, Received<M> received) {}

    private final BatchWorker<M> worker;
    private final Handling<M> handling;
    private final FailureClassifier classifier;

    BatchHandling(BatchWorker<M> worker, Handling<M> handling, FailureClassifier classifier) {
        this.worker = worker;
        this.handling = handling;
        this.classifier = classifier;
    }

    /**
     * The verdicts in the order of the envelopes.
     *
     * @param envelopes of one run
     */
    List<Verdict> handle(List<Envelope> envelopes) {
        List<Prepared<M>> prepared = envelopes.stream().map(handling::prepare).toList();
        List<Message<M>> ready = new ArrayList<>();
        for (int i = 0; i < prepared.size(); i++) {
            if (prepared.get(i) instanceof Prepared.Ready<M>(Received<M> received)) {
                ready.add(new Message<>(envelopes.get(i), received));
            }
        }
        Iterator<Verdict> verdicts = run(ready).iterator();
        return prepared.stream()
                .map(message -> message instanceof Prepared.Decided<M>(Verdict verdict) ? verdict : verdicts.next())
                .toList();
    }

    private List<Verdict> run(List<Message<M>> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        String queue = messages.getFirst().envelope().delivery().queue();
        return LogContext.within(
                queue,
                () -> together(messages)
                        .orElseGet(() -> messages.stream().map(this::alone).toList()));
    }

    /** Empty when it failed in a way that may be one message's fault. */
    @SuppressWarnings("CatchThrowable") // an Error in a handler must not take its slots along
    private Optional<List<Verdict>> together(List<Message<M>> messages) {
        try {
            return Optional.of(decided(HandlerCall.together(
                    worker, messages.stream().map(Message::received).toList())));
        } catch (Throwable e) {
            Verdict verdict = classifier.classify(e);
            return messages.size() == 1 || e instanceof InterruptedException || holdsForAll(verdict)
                    ? Optional.of(Collections.nCopies(messages.size(), verdict))
                    : Optional.empty();
        }
    }

    private Verdict alone(Message<M> message) {
        return LogContext.within(message.envelope(), () -> handling.run(message.received()));
    }

    private static List<Verdict> decided(List<Outcome> outcomes) {
        return outcomes.stream().<Verdict>map(Verdict.Decided::new).toList();
    }

    /** Asking again for each message would only meet the same outage as many times. */
    private static boolean holdsForAll(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Failed failed -> !failed.defect();
            // What took too long may be one message's statement.
            case Verdict.Refused refused -> DatabaseFailures.away(refused.cause());
            case Verdict.Decided(Outcome outcome) ->
                outcome instanceof Outcome.Throttled || outcome instanceof Outcome.RetryLater;
        };
    }
}
