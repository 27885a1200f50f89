package dev.producerdiscovery.worker.resilience;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The absence of something that this process needs, told in two lines however long it lasts. Thread-safe. */
public final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final String what;
    private final String meanwhile;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();

    /**
     * @param what who is away, for example {@code PostgreSQL}
     * @param meanwhile what happens as long as it is
     */
    public Outage(String what, String meanwhile, InstantSource clock) {
        this.what = what;
        this.meanwhile = meanwhile;
        this.clock = clock;
    }

    public void failed(Throwable cause) {
        if (since.get() == null && since.compareAndSet(null, clock.instant())) {
            String does = isRefusal(cause) ? "does not serve" : "does not answer";
            log.warn("{} {} ({}). {}", what, does, rootMessage(cause), meanwhile);
        }
    }

    public void succeeded() {
        if (since.get() != null) {
            Instant start = since.getAndSet(null);
            if (start != null) {
                log.info(
                        "{} answers again after {} s.",
                        what,
                        Duration.between(start, clock.instant()).toSeconds());
            }
        }
    }

    public boolean ongoing() {
        return since.get() != null;
    }

    private static boolean isRefusal(Throwable cause) {
        return DatabaseFailures.cancelled(cause)
                || (DatabaseFailures.away(cause) && !DatabaseFailures.unreachable(cause));
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
