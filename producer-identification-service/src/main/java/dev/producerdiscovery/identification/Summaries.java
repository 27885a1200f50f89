package dev.producerdiscovery.identification;

import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Adds up the credits of those whom settlements have credited, once for all settlements of a second. Of several processes
 * one does it at a time; until somebody does, searches know of what was added up before, and runs go on running.
 */
@Component
class Summaries {

    private static final Logger log = LoggerFactory.getLogger(Summaries.class);

    /** Of a transaction: more would keep others from these people's sums for too long. */
    private static final int NOTES = 2_000;

    private final JdbcClient jdbc;
    private final ObjectProvider<WorkerEngine> engine;

    /** @param engine whose outages are ours: it tells of them */
    Summaries(JdbcClient jdbc, ObjectProvider<WorkerEngine> engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void addUp() {
        try {
            while (isAtWork() && addUpSome() == NOTES) {
                log.debug("More producers are to be added up");
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug("Could not add up credits", e);
        }
    }

    private boolean isAtWork() {
        return engine.stream().anyMatch(each -> each.state() == WorkerEngine.State.READY);
    }

    private int addUpSome() {
        return jdbc.sql("select summarise_stale(?::integer)")
                .param(NOTES)
                .query(Integer.class)
                .single();
    }
}
