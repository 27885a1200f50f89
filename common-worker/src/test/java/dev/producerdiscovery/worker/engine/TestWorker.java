package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import java.util.Set;

/** A worker whose handler a test writes. */
public final class TestWorker extends BaseWorker<Note> {

    /** What a test lets the worker do. */
    @FunctionalInterface
    public interface Handler {
        Outcome handle(Note note, Delivery delivery) throws Exception;
    }

    private final Handler handler;
    private final Set<String> providers;

    public TestWorker(Handler handler, String... providers) {
        this(WorkerBench.QUEUE, handler, Set.of(providers));
    }

    public TestWorker(String queue, Handler handler, Set<String> providers) {
        super(queue, Note.class);
        this.handler = handler;
        this.providers = providers;
    }

    @Override
    public Outcome handle(Note message, Delivery delivery) throws Exception {
        return handler.handle(message, delivery);
    }

    @Override
    public Set<String> requiredProviders() {
        return providers;
    }
}
