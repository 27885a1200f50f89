package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.Refreshing;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.engine.message.Envelope;
import dev.producerdiscovery.worker.engine.message.LogContext;
import dev.producerdiscovery.worker.engine.message.MessageReader;
import java.time.Duration;

/** Runs the handler of a worker on one message: everything between the read and the settlement. Never throws. */
public final class Handling<M> {

    /** How long a message waits for its twin, which another worker is busy with. */
    private static final Duration TWIN_PAUSE = Duration.ofSeconds(5);

    private final BaseWorker<M> worker;
    private final MessageReader reader;
    private final Deduplication deduplication;
    private final FailureClassifier classifier;

    public Handling(BaseWorker<M> worker, MessageReader reader, Deduplication deduplication) {
        this(worker, reader, deduplication, new FailureClassifier());
    }

    Handling(BaseWorker<M> worker, MessageReader reader, Deduplication deduplication, FailureClassifier classifier) {
        this.worker = worker;
        this.reader = reader;
        this.deduplication = deduplication;
        this.classifier = classifier;
    }

    public Verdict handle(Envelope envelope) {
        return LogContext.within(envelope, () -> switch (prepare(envelope)) {
            case Prepared.Ready<M>(Received<M> received) -> run(received);
            case Prepared.Decided<M>(Verdict verdict) -> verdict;
        });
    }

    /** Reads the body, and asks whether the work was done before. */
    @SuppressWarnings("CatchThrowable") // a body may also be too deep for the stack
    Prepared<M> prepare(Envelope envelope) {
        try {
            M body = reader.body(envelope, worker.messageType());
            return switch (deduplication.begin(envelope.delivery(), envelope.reprocessed())) {
                case NEW -> new Prepared.Ready<>(new Received<>(body, asked(envelope.delivery(), body)));
                case DONE_BEFORE ->
                    decided(new Outcome.Duplicate("a message with the same idempotency key was finished before"));
                case BUSY_ELSEWHERE ->
                    decided(new Outcome.RetryLater(TWIN_PAUSE, "another worker is busy with the same idempotency key"));
            };
        } catch (Throwable e) {
            return new Prepared.Decided<>(classifier.classify(e));
        }
    }

    @SuppressWarnings("CatchThrowable") // an Error in a handler must not take its slot along
    Verdict run(Received<M> received) {
        try {
            return new Verdict.Decided(HandlerCall.alone(worker, received));
        } catch (Throwable e) {
            return classifier.classify(e);
        }
    }

    private static Delivery asked(Delivery delivery, Object body) {
        return body instanceof Refreshing message && message.refreshes() ? delivery.refreshing() : delivery;
    }

    private Prepared<M> decided(Outcome outcome) {
        return new Prepared.Decided<>(new Verdict.Decided(outcome));
    }
}
