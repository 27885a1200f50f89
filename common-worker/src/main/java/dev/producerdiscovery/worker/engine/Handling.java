package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.dedup.Deduplication;
import java.time.Duration;

/** Runs the handler of a worker on one message: everything between the read and the settlement. */
final class Handling<M> {

    /** How long a message waits for its twin, which another worker is busy with. */
    private static final Duration TWIN_PAUSE = Duration.ofSeconds(5);

    private final BaseWorker<M> worker;
    private final MessageReader reader;
    private final Deduplication deduplication;
    private final FailureClassifier classifier;

    Handling(BaseWorker<M> worker, MessageReader reader, Deduplication deduplication, FailureClassifier classifier) {
        this.worker = worker;
        this.reader = reader;
        this.deduplication = deduplication;
        this.classifier = classifier;
    }

    /** Never throws: an exception is a verdict, too. */
    @SuppressWarnings("CatchThrowable") // an Error in a handler must not take its slot along
    Verdict handle(Envelope envelope) {
        try {
            M body = reader.body(envelope, worker.messageType());
            return new Verdict.Decided(
                    switch (deduplication.begin(envelope.delivery(), envelope.reprocessed())) {
                        case NEW -> worker.handle(body, envelope.delivery());
                        case DONE_BEFORE ->
                            new Outcome.Duplicate("a message with the same idempotency key was finished before");
                        case BUSY_ELSEWHERE ->
                            new Outcome.RetryLater(TWIN_PAUSE, "another worker is busy with the same idempotency key");
                    });
        } catch (Throwable e) {
            return classifier.classify(e);
        }
    }
}
