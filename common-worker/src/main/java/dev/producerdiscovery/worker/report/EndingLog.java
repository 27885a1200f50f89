package dev.producerdiscovery.worker.report;

import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.EndingListener;
import dev.producerdiscovery.worker.engine.message.LogContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line what became of a message that did not simply get done; the stack of a defect once a minute. */
public final class EndingLog implements EndingListener {

    private static final Logger log = LoggerFactory.getLogger(EndingLog.class);

    private static final Duration BETWEEN_STACKS = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Instant> shown = new ConcurrentHashMap<>();

    public EndingLog(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void ended(List<Ended> endings) {
        endings.forEach(this::ended);
    }

    private void ended(Ended ended) {
        LogContext.within(ended.delivery(), () -> {
            tell(ended);
            return true;
        });
    }

    private void tell(Ended ended) {
        String queue = ended.delivery().queue();
        long id = ended.delivery().messageId();
        switch (ended.ending()) {
            case DEAD -> log.warn("Message {} of {} went to the dead letter queue: {}", id, queue, ended.reason());
            case FAILED -> failed(ended, queue, id);
            default -> log.debug("Message {} of {}: {} {}", id, queue, ended.ending(), ended.reason());
        }
    }

    private void failed(Ended ended, String queue, long id) {
        if (ended.defect() && showStack(ended)) {
            log.warn("Message {} of {}: {}", id, queue, ended.reason(), ended.cause());
        } else {
            log.info("Message {} of {}: {}", id, queue, ended.reason());
        }
    }

    private boolean showStack(Ended ended) {
        Instant now = clock.instant();
        String kind = ended.delivery().queue() + IssueKind.of(ended);
        Instant shownNow =
                shown.merge(kind, now, (last, next) -> last.plus(BETWEEN_STACKS).isBefore(next) ? next : last);
        return shownNow.equals(now);
    }
}
