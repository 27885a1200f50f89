package dev.producerdiscovery.worker.engine.leases;

import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the leases of messages in hand: renews each when a third of it has passed, until the handler's time is up. A
 * lease that somebody else took over ends the work on its message. Also keeps telling that this process lives.
 */
public final class LeaseKeeper {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private final List<Holding> holdings;
    private final EngineParts parts;
    private final PgmqClient queues;
    private final Duration lease;
    private final Duration maxHandlingTime;
    private volatile boolean contacted;

    public LeaseKeeper(List<Holding> holdings, EngineParts parts) {
        this.holdings = holdings;
        this.parts = parts;
        this.queues = parts.queues();
        this.lease = parts.settings().lease();
        this.maxHandlingTime = parts.settings().maxHandlingTime();
    }

    /** Whether the database took a sign of life at least once. */
    public boolean contacted() {
        return contacted;
    }

    /** Looks after all messages in hand; how long until it must look again. */
    public Duration step() {
        holdings.forEach(this::keep);
        // Last: where the database is slow to answer, what is in hand must not wait for it.
        holdings.forEach(this::beat);
        return lease.dividedBy(12);
    }

    private void keep(Holding holding) {
        Instant now = parts.steady().instant();
        for (InFlight message : holding.messages()) {
            if (!message.claimedAt().plus(maxHandlingTime).isAfter(now)) {
                holding.timeOut().accept(message);
            }
        }
        List<InFlight> due = holding.messages().stream()
                .filter(message -> !message.renewedAt().plus(lease.dividedBy(3)).isAfter(now))
                .toList();
        if (!due.isEmpty()) {
            renew(holding, due, now);
        }
    }

    private void beat(Holding holding) {
        try {
            if (holding.heartbeat().beatIfDue()) {
                // Also where nothing is read for a day, because a provider is parked.
                contacted = true;
                parts.postgres().succeeded();
            }
        } catch (DataAccessException e) {
            log.debug("Could not tell {} that this process lives", holding.queue(), e);
        }
    }

    private void renew(Holding holding, List<InFlight> due, Instant now) {
        List<Lease> leases = due.stream().map(InFlight::lease).toList();
        try {
            Set<Lease> held = queues.extend(holding.queue(), leases, lease);
            for (InFlight message : due) {
                if (held.contains(message.lease())) {
                    message.renewed(now);
                } else {
                    holding.lost().accept(message);
                }
            }
        } catch (DataAccessException e) {
            // Whether the leases still hold shows when the database is back: the settlement is fenced.
            log.debug("Could not renew {} leases of {}", leases.size(), holding.queue(), e);
        }
    }
}
