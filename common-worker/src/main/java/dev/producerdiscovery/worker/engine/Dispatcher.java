package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.BatchWorker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Hands messages to their handler: each on a virtual thread of its own, or in batches to workers that take them. */
final class Dispatcher<M> {

    private final String queue;
    private final Handling<M> handling;
    private final @Nullable BatchHandling<M> batches;
    private final int maxBatch;
    private final SuspectHandling suspects;
    private final Solitude solitude;
    private final BiConsumer<InFlight, Verdict> handled;

    /** @param handled is told each message's verdict, on the handler's thread and as the last thing there */
    Dispatcher(
            BaseWorker<M> worker,
            Handling<M> handling,
            SuspectHandling suspects,
            Solitude solitude,
            FailureClassifier classifier,
            BiConsumer<InFlight, Verdict> handled) {
        this.queue = worker.queue();
        this.handling = handling;
        this.suspects = suspects;
        this.solitude = solitude;
        this.handled = handled;
        if (worker instanceof BatchWorker<M> batchWorker) {
            this.batches = new BatchHandling<>(batchWorker, handling, classifier);
            this.maxBatch = batchWorker.maxBatch();
        } else {
            this.batches = null;
            this.maxBatch = 1;
        }
    }

    /** Most messages that are handled at once. */
    int maxBatch() {
        return maxBatch;
    }

    void dispatch(List<InFlight> messages) {
        List<InFlight> batch = new ArrayList<>();
        for (InFlight message : messages) {
            if (message.envelope().delivery().failures() > 0
                    || message.envelope().suspect()) {
                // It might fail its neighbours again.
                start(List.of(message));
                continue;
            }
            batch.add(message);
            if (batch.size() == maxBatch) {
                start(batch);
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            start(batch);
        }
    }

    private void start(List<InFlight> run) {
        Thread thread = Thread.ofVirtual()
                .name("worker-" + queue + "-" + run.getFirst().id())
                .unstarted(() -> handle(run));
        HandlerRun handler = new HandlerRun(thread, run.size());
        run.forEach(message -> message.handledBy(handler));
        thread.start();
    }

    private void handle(List<InFlight> run) {
        List<Verdict> verdicts = verdicts(run.stream().map(InFlight::envelope).toList());
        for (int i = 0; i < run.size(); i++) {
            handled.accept(run.get(i), verdicts.get(i));
        }
    }

    private List<Verdict> verdicts(List<Envelope> envelopes) {
        return envelopes.getFirst().suspect()
                ? List.of(suspects.handle(envelopes.getFirst()))
                : solitude.beside(() -> besideOthers(envelopes));
    }

    private List<Verdict> besideOthers(List<Envelope> envelopes) {
        return batches == null || envelopes.size() == 1
                ? envelopes.stream().map(handling::handle).toList()
                : batches.handle(envelopes);
    }
}
