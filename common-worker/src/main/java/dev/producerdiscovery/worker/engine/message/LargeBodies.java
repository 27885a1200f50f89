package dev.producerdiscovery.worker.engine.message;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Brings large bodies into the memory of this process, one at a time: as many as there are slots do not fit. Thread-safe. */
public final class LargeBodies {

    private final PgmqClient queues;
    private final Semaphore one = new Semaphore(1, true);

    public LargeBodies(PgmqClient queues) {
        this.queues = queues;
    }

    /**
     * @param reader makes of the text what is wanted of it; nothing else may keep it
     * @throws TransientFailure when somebody else has the message by now
     */
    <T> T read(Delivery delivery, Function<String, T> reader) throws InterruptedException {
        Lease lease = new Lease(delivery.messageId(), delivery.readCount());
        one.acquire();
        try {
            return queues.body(delivery.queue(), lease)
                    .map(reader)
                    .orElseThrow(() -> new TransientFailure("the lease was lost before the body was read"));
        } finally {
            one.release();
        }
    }
}
