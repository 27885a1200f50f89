package dev.producerdiscovery.provider.sentinel;

import dev.producerdiscovery.provider.http.Watch;
import dev.producerdiscovery.worker.resilience.Loop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Goes round as long as the application runs. */
final class SentinelTimer implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<List<Watch>> watches;
    private final SentinelSettings settings;
    private final Sentinel sentinel;
    private final MeterRegistry meters;
    private final Loop loop;
    private volatile boolean running;

    SentinelTimer(Sentinel sentinel, Supplier<List<Watch>> watches, SentinelSettings settings, MeterRegistry meters) {
        this.sentinel = sentinel;
        this.watches = watches;
        this.settings = settings;
        this.meters = meters;
        this.loop = new Loop("provider sentinel", sentinel::round);
    }

    /** After all beans are there, and with them all clients that this application uses. */
    @Override
    public void start() {
        if (settings.interval().isPositive()) {
            watches.get().forEach(watch -> SentinelGauges.register(meters, watch.provider(), sentinel));
            loop.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        loop.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
