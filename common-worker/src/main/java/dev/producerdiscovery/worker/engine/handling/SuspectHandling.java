package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.message.Envelope;
import dev.producerdiscovery.worker.engine.message.LogContext;
import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles messages that were in hand when a process died, and have the turn to be alone: with nothing beside them, so that whatever happens now is their
 * own doing, and noted first, so that the next who reads such a message knows. After a few such deaths it is not handled
 * any more. Never throws.
 */
final class SuspectHandling {

    private static final Logger log = LoggerFactory.getLogger(SuspectHandling.class);

    private final Handling<?> handling;
    private final Household household;
    private final PgmqClient queues;
    private final int maxDeaths;
    private final FailureClassifier classifier;

    SuspectHandling(Handling<?> handling, Household household, EngineParts parts, FailureClassifier classifier) {
        this.handling = handling;
        this.household = household;
        this.queues = parts.queues();
        this.maxDeaths = parts.settings().maxDeaths();
        this.classifier = classifier;
    }

    @SuppressWarnings("CatchThrowable") // an Error in a handler must not take its slot along
    Verdict handle(Envelope envelope) {
        if (envelope.deaths() >= maxDeaths) {
            household.solitude().end(envelope);
            return new Verdict.Decided(new Outcome.Dead("the process that handled it died " + envelope.deaths()
                    + " times, and handled nothing else the last " + (envelope.deaths() - 1) + " of them"));
        }
        try {
            return household.solitude().alone(envelope, alone -> {
                if (alone) {
                    note(envelope);
                }
                return handling.handle(envelope);
            });
        } catch (Throwable e) {
            return classifier.classify(e);
        }
    }

    private void note(Envelope envelope) {
        Delivery delivery = envelope.delivery();
        Lease lease = new Lease(delivery.messageId(), delivery.readCount());
        LogContext.within(envelope, () -> {
            log.info(
                    "Message {} of {} was in hand when a process died, so it is handled alone ({} of {})",
                    delivery.messageId(),
                    delivery.queue(),
                    envelope.deaths(),
                    maxDeaths);
            if (!queues.handledAlone(delivery.queue(), lease, household.process())) {
                throw new TransientFailure("the lease was lost before the handler began");
            }
            return true;
        });
    }
}
