package dev.producerdiscovery.worker.autoconfigure;

import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import java.util.Locale;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether this process works on its queues. Local on purpose: what ails another process must not take this one out. */
final class WorkerHealth extends AbstractHealthIndicator {

    private final WorkerEngine engine;
    private final NotificationListener listener;

    WorkerHealth(WorkerEngine engine, NotificationListener listener) {
        this.engine = engine;
        this.listener = listener;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        WorkerEngine.State state = engine.state();
        (state == WorkerEngine.State.READY ? builder.up() : builder.outOfService())
                .withDetail("state", state.name().toLowerCase(Locale.ROOT))
                .withDetail("queues", engine.queues())
                .withDetail("wakeUp", listener.connected() ? "by notification" : "by polling");
    }
}
