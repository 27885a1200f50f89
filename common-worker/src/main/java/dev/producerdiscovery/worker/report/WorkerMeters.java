package dev.producerdiscovery.worker.report;

import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.EndingListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/** Counts and times messages by queue and ending: two labels with a few values each, whatever the messages hold. */
public final class WorkerMeters implements EndingListener {

    private final MeterRegistry registry;

    public WorkerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(List<Ended> endings) {
        for (Ended ended : endings) {
            Timer.builder("worker.messages")
                    .description("Messages from the read to the end, by how they ended")
                    .tag("queue", ended.delivery().queue())
                    .tag("ending", ended.ending().label())
                    .register(registry)
                    .record(ended.took());
        }
    }
}
