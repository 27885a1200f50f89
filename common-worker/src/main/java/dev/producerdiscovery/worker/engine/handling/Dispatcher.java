package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.message.Envelope;
import dev.producerdiscovery.worker.engine.message.HandlerRun;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.engine.message.MessageReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Hands messages to their handler: each on a virtual thread of its own, or in batches to workers that take them. */
public final class Dispatcher<M> {

    private final String queue;
    private final Handling<M> handling;
    private final @Nullable BatchHandling<M> batches;
    private final int maxBatch;
    private final SuspectHandling suspects;
    private final Solitude solitude;
    private final BiConsumer<InFlight, Verdict> handled;

    /** @param handled is told each message's verdict, on the handler's thread and as the last thing there */
    public Dispatcher(
            BaseWorker<M> worker,
            MessageReader reader,
            Household household,
            EngineParts parts,
            BiConsumer<InFlight, Verdict> handled) {
        FailureClassifier classifier = new FailureClassifier();
        this.queue = worker.queue();
        this.handling = new Handling<>(worker, reader, parts.deduplication(), classifier);
        this.suspects = new SuspectHandling(handling, household, parts, classifier);
        this.solitude = household.solitude();
        this.handled = handled;
        this.maxBatch = maxBatch(worker);
        this.batches = worker instanceof BatchWorker<M> batchWorker
                ? new BatchHandling<>(batchWorker, handling, classifier)
                : null;
    }

    /** Most messages that are handled at once. */
    public static int maxBatch(BaseWorker<?> worker) {
        return worker instanceof BatchWorker<?> batchWorker ? batchWorker.maxBatch() : 1;
    }

    void dispatch(List<InFlight> messages) {
        Map<Optional<UUID>, List<InFlight>> batches = new LinkedHashMap<>();
        for (InFlight message : messages) {
            if (message.envelope().delivery().failures() > 0
                    || message.envelope().suspect()) {
                // It might fail its neighbours again.
                start(List.of(message));
                continue;
            }
            // The calls that come of it are counted to one run.
            Optional<UUID> run = message.envelope().delivery().correlationId();
            List<InFlight> batch = batches.computeIfAbsent(run, first -> new ArrayList<>());
            batch.add(message);
            if (batch.size() == maxBatch) {
                batches.remove(run);
                start(batch);
            }
        }
        batches.values().forEach(this::start);
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
