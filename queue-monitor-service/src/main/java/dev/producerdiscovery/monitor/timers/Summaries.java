package dev.producerdiscovery.monitor.timers;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Adds up the credits of those whom settlements have credited, once for all settlements of a second. No {@link Timer},
 * which would tell of each round. Of several replicas one does it at a time; until somebody does, searches know of what was
 * added up before, and runs go on running.
 */
@Component
class Summaries {

    private static final Logger log = LoggerFactory.getLogger(Summaries.class);

    /** Of a transaction: more would keep others from these people's sums for too long. */
    private static final int MOST_NOTES = 2_000;

    /** Somebody's long transaction is waited for. */
    private static final int FAILURES_BEFORE_WARNING = 30;

    private final JdbcClient jdbc;
    private int notes = MOST_NOTES;
    private int failures;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void addUp() {
        try {
            while (addUpSome()) {
                log.debug("More producers are to be added up");
            }
        } catch (DataAccessResourceFailureException e) {
            log.debug("Could not add up credits: the database is away, of which others tell", e);
        } catch (DataAccessException e) {
            failed(e);
        }
    }

    /** False when nothing is left. */
    private boolean addUpSome() {
        int asked = notes;
        int done = jdbc.sql("select summarise_stale(?::integer)")
                .param(asked)
                .query(Integer.class)
                .single();
        if (failures >= FAILURES_BEFORE_WARNING) {
            log.info("Credits are added up again.");
        }
        failures = 0;
        notes = Math.min(MOST_NOTES, asked * 2);
        return done == asked;
    }

    /** Fewer may be added up in the time that a statement has; and one that cannot be holds up those behind it. */
    private void failed(DataAccessException cause) {
        notes = Math.max(1, notes / 2);
        failures++;
        log.debug("Could not add up credits", cause);
        if (failures == FAILURES_BEFORE_WARNING) {
            log.warn(
                    "Credits have not been added up {} times ({}). What is found is stored, but searches do not count it yet, and runs do not end. It is tried again every second.",
                    failures,
                    cause.getMessage());
        }
    }
}
