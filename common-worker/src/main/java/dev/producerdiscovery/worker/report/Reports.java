package dev.producerdiscovery.worker.report;

import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EndingListener;
import dev.producerdiscovery.worker.resilience.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what became of messages to queue_metrics and worker_issues, gathered over a second so that a busy queue does
 * not write a row a message. An issue that has not occurred for a while on a queue that works is resolved. Thread-safe.
 */
public final class Reports implements EndingListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(5);

    private final ReportStore store;
    private final InstantSource clock;
    private final Duration quiet;
    private final Loop loop = new Loop("worker-reports", this::step);
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<String, Issue> issues = new HashMap<>();
    private final Set<String> working = new HashSet<>();
    private Instant resolveAt = Instant.MIN;

    /** @param quiet an issue that did not occur for this long is resolved */
    public Reports(JdbcClient jdbc, JsonMapper json, InstantSource clock, Duration quiet) {
        this.store = new ReportStore(jdbc, json);
        this.clock = clock;
        this.quiet = quiet;
    }

    public void start() {
        loop.start();
    }

    @Override
    public synchronized void ended(List<Ended> endings) {
        Instant now = clock.instant();
        for (Ended ended : endings) {
            String queue = ended.delivery().queue();
            tallies.computeIfAbsent(queue, Tally::new).add(ended, now);
            if (ended.ending().success()) {
                working.add(queue);
            }
            if (ended.defect() || (ended.ending() == Ending.DEAD && ended.cause() != null)) {
                Issue issue = Issue.of(ended);
                issues.merge(queue + issue.kind(), issue, Issue::and);
            }
        }
    }

    /** Writes what is gathered. */
    @Override
    public void close() {
        loop.stop(LAST_STEP);
        step();
    }

    Duration step() {
        try {
            taken(tallies).forEach(store::batch);
            taken(issues).forEach(store::issue);
            takeWorking().forEach(queue -> store.resolveIssues(queue, quiet));
        } catch (DataAccessException | TransactionException e) {
            // They describe the past; the next ones will be written again.
            log.debug("Could not write reports", e);
        }
        return INTERVAL;
    }

    private synchronized <T> Collection<T> taken(Map<String, T> gathered) {
        List<T> taken = new ArrayList<>(gathered.values());
        gathered.clear();
        return taken;
    }

    private synchronized Set<String> takeWorking() {
        Instant now = clock.instant();
        if (working.isEmpty() || now.isBefore(resolveAt)) {
            return Set.of();
        }
        resolveAt = now.plus(quiet.dividedBy(10));
        Set<String> taken = Set.copyOf(working);
        working.clear();
        return taken;
    }
}
