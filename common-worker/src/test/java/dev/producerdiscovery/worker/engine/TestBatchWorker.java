package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import java.util.List;

/** A worker whose handler of batches a test writes. */
final class TestBatchWorker extends BatchWorker<Note> {

    /** What a test lets the worker do. */
    @FunctionalInterface
    interface Handler {
        List<Outcome> handle(List<Received<Note>> messages) throws Exception;
    }

    private final Handler handler;

    TestBatchWorker(int maxBatch, Handler handler) {
        super(WorkerBench.QUEUE, Note.class, maxBatch);
        this.handler = handler;
    }

    @Override
    public List<Outcome> handle(List<Received<Note>> messages) throws Exception {
        return handler.handle(messages);
    }
}
