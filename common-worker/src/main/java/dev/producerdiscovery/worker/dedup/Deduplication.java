package dev.producerdiscovery.worker.dedup;

import dev.producerdiscovery.worker.Delivery;
import java.util.List;

/** Remembers finished work by idempotency key. Must never cause a message to be lost; may let one be done twice. */
public interface Deduplication {

    /** What is remembered of a piece of work. */
    enum Finding {
        NEW,
        DONE_BEFORE,
        BUSY_ELSEWHERE
    }

    /** Marks the work as begun unless it was done or is being done under another message. */
    Finding begin(Delivery delivery, boolean reprocessed);

    /** To be told after the commit: a mark that is set earlier would turn a crash into a lost message. */
    void completed(List<Delivery> deliveries);

    /** Remembers nothing. */
    static Deduplication none() {
        return new Deduplication() {
            @Override
            public Finding begin(Delivery delivery, boolean reprocessed) {
                return Finding.NEW;
            }

            @Override
            public void completed(List<Delivery> deliveries) {}
        };
    }
}
