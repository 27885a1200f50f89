package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Runs the handler of a batch worker, so that a bad message fails alone. Never throws. */
final class BatchHandling<M> {

    private final BatchWorker<M> worker;
    private final Handling<M> handling;
    private final FailureClassifier classifier;

    BatchHandling(BatchWorker<M> worker, Handling<M> handling, FailureClassifier classifier) {
        this.worker = worker;
        this.handling = handling;
        this.classifier = classifier;
    }

    /** The verdicts in the order of the envelopes. */
    List<Verdict> handle(List<Envelope> envelopes) {
        List<Prepared<M>> prepared = new ArrayList<>();
        List<Received<M>> ready = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            Prepared<M> next = handling.prepare(envelope);
            prepared.add(next);
            if (next instanceof Prepared.Ready<M>(Received<M> received)) {
                ready.add(received);
            }
        }
        Iterator<Verdict> verdicts = run(ready).iterator();
        return prepared.stream()
                .map(message -> message instanceof Prepared.Decided<M>(Verdict verdict) ? verdict : verdicts.next())
                .toList();
    }

    @SuppressWarnings("CatchThrowable") // an Error in a handler must not take its slots along
    private List<Verdict> run(List<Received<M>> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        try {
            return decided(worker.handle(messages), messages.size());
        } catch (Throwable e) {
            Verdict verdict = classifier.classify(e);
            return messages.size() == 1 || e instanceof InterruptedException || holdsForAll(verdict)
                    ? Collections.nCopies(messages.size(), verdict)
                    : messages.stream().map(handling::run).toList();
        }
    }

    private static List<Verdict> decided(List<Outcome> outcomes, int messages) {
        if (outcomes.size() != messages) {
            throw new IllegalStateException(
                    "the handler returned " + outcomes.size() + " outcomes for " + messages + " messages");
        }
        return outcomes.stream().<Verdict>map(Verdict.Decided::new).toList();
    }

    /** Asking again for each message would only meet the same outage as many times. */
    private static boolean holdsForAll(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Failed failed -> !failed.defect();
            case Verdict.Decided(Outcome outcome) ->
                outcome instanceof Outcome.Throttled || outcome instanceof Outcome.RetryLater;
        };
    }
}
