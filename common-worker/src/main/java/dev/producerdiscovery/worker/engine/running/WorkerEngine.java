package dev.producerdiscovery.worker.engine.running;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.handling.Household;
import dev.producerdiscovery.worker.engine.intake.FetchLoop;
import dev.producerdiscovery.worker.engine.leases.LeaseKeeper;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.resilience.Loop;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on the queues of all workers of this process, from the start of the application until it stops. On stop nothing
 * more is read, handlers get a grace period, and what is unfinished then is given back at once.
 */
public final class WorkerEngine implements SmartLifecycle {

    /** What this process does, as far as it can tell by itself. */
    public enum State {
        BOOTING,
        READY,
        DEGRADED,
        DRAINING,
        STOPPED
    }

    private static final Logger log = LoggerFactory.getLogger(WorkerEngine.class);
    private static final Duration DRAIN_CHECK = Duration.ofMillis(20);
    private static final Duration LAST_STEP = Duration.ofSeconds(2);

    private final EngineParts parts;
    private final NotificationListener listener;
    private final List<Lane> lanes = new ArrayList<>();
    private final FetchLoop fetchLoop;
    private final Loop fetching;
    private final LeaseKeeper leaseKeeper;
    private final Loop keeping;
    private volatile State state = State.STOPPED;

    public WorkerEngine(Collection<? extends BaseWorker<?>> workers, EngineParts parts, NotificationListener listener) {
        this.parts = parts;
        this.listener = listener;
        // Process id and host for people; the random part because every container's process is number 1.
        String process = ManagementFactory.getRuntimeMXBean().getName() + "/"
                + Long.toHexString(parts.random().nextLong());
        Household household = Household.of(process, parts);
        for (BaseWorker<?> worker : workers) {
            lanes.add(new Lane(worker, household, parts, this::wake));
        }
        this.fetchLoop = new FetchLoop(lanes.stream().map(Lane::inlet).toList(), parts);
        this.fetching = new Loop("worker-fetch", fetchLoop::step);
        this.leaseKeeper = new LeaseKeeper(lanes.stream().map(Lane::holding).toList(), parts);
        this.keeping = new Loop("worker-leases", leaseKeeper::step);
        for (Lane lane : lanes) {
            listener.subscribe(NotificationListener.insertChannel(lane.queue()), lane::lookNow);
            listener.subscribe("queue_registry", lane::lookNow);
        }
    }

    @Override
    public synchronized void start() {
        if (state == State.STOPPED) {
            state = State.BOOTING;
            lanes.forEach(Lane::start);
            listener.start();
            keeping.start();
            fetching.start();
            log.info("Working on {}", queues());
        }
    }

    @Override
    public synchronized void stop() {
        if (state == State.STOPPED) {
            return;
        }
        state = State.DRAINING;
        lanes.forEach(Lane::readNoMore);
        fetching.stop(LAST_STEP);
        int released = awaitIdle(parts.settings().gracePeriod()) ? 0 : giveBackTheRest();
        // What finished at the last moment is still being settled, and its settlement may have claimed more.
        awaitIdle(LAST_STEP);
        lanes.forEach(lane -> lane.stopSettling(LAST_STEP));
        lanes.forEach(Lane::close);
        keeping.stop(LAST_STEP);
        released += giveBackTheRest() + giveBackUnsettled();
        lanes.forEach(Lane::leave);
        listener.close();
        state = State.STOPPED;
        log.info("Stopped working on {}; {} unfinished messages given back", queues(), released);
    }

    @Override
    public boolean isRunning() {
        return state != State.STOPPED;
    }

    /** Looks again at what the queues hold: something may be possible now that was not before. */
    public void wake() {
        fetching.wake();
    }

    public State state() {
        State now = state;
        if (now != State.BOOTING) {
            return now;
        }
        if (parts.postgres().ongoing() || lanes.stream().anyMatch(lane -> lane.stalled() || lane.refused())) {
            return State.DEGRADED;
        }
        return leaseKeeper.contacted() || fetchLoop.contacted() ? State.READY : State.BOOTING;
    }

    /** The queues this process works on. */
    public List<String> queues() {
        return lanes.stream().map(Lane::queue).toList();
    }

    /** Messages of the queue in hand at present. */
    public int busy(String queue) {
        return lanes.stream()
                .filter(lane -> lane.queue().equals(queue))
                .mapToInt(Lane::busy)
                .sum();
    }

    private boolean awaitIdle(Duration atMost) {
        Instant end = parts.steady().instant().plus(atMost);
        while (!lanes.stream().allMatch(Lane::idle)) {
            if (!parts.steady().instant().isBefore(end) || !parts.pause().sleep(DRAIN_CHECK)) {
                return false;
            }
        }
        return true;
    }

    private int giveBackTheRest() {
        int released = 0;
        for (Lane lane : lanes) {
            List<Lease> leases = lane.abandonUnfinished();
            released += leases.size();
            release(lane.queue(), leases);
        }
        return released;
    }

    /** What no settlement came to: giving back what was settled after all does nothing. */
    private int giveBackUnsettled() {
        int unsettled = 0;
        for (Lane lane : lanes) {
            List<Lease> leases = lane.leases();
            unsettled += leases.size();
            release(lane.queue(), leases);
        }
        return unsettled;
    }

    private void release(String queue, List<Lease> leases) {
        if (leases.isEmpty()) {
            return;
        }
        // Not for long: a settlement that hangs keeps its messages locked.
        TransactionTemplate briefly = new TransactionTemplate(transactionManager());
        briefly.setTimeout((int) LAST_STEP.toSeconds());
        try {
            briefly.executeWithoutResult(status -> parts.queues().release(queue, leases, Duration.ZERO));
        } catch (DataAccessException | TransactionException e) {
            log.info("{} messages of {} come back when their lease ends: {}", leases.size(), queue, e.getMessage());
        }
    }

    private PlatformTransactionManager transactionManager() {
        return Objects.requireNonNull(parts.transactions().getTransactionManager());
    }
}
