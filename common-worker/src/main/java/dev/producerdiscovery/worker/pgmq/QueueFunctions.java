package dev.producerdiscovery.worker.pgmq;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Calls the functions that are written out for each queue. {@code worker_claim}, {@code worker_archive} and
 * {@code worker_send} serve any queue, and find its function and plan the call of it every time, which takes as long as the
 * work; here a function is found once. Thread-safe.
 */
final class QueueFunctions {

    /** What is done with every message; columns and parameters are those of the function for one queue. */
    enum Task {
        CLAIM(
                "claim",
                "msg_id, read_ct, enqueued_at, vt, message, headers, oversized_bytes",
                "interval, integer, integer, timestamptz, boolean"),
        ARCHIVE("archive", "*", "bigint[], integer[]"),
        SEND("send", "*", "jsonb[], jsonb[]");

        private final String verb;
        private final String columns;
        private final String parameters;

        Task(String verb, String columns, String parameters) {
            this.verb = verb;
            this.columns = columns;
            this.parameters = parameters;
        }
    }

    private record Place(Task task, String queue) {}

    private final JdbcClient jdbc;

    /** Until a function that was not there is looked for again: a queue is made anew, a migration writes its functions. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** Empty where {@code worker_…} is to be called, until {@code lookAgainAt}. */
    private record Known(Optional<String> name, Instant lookAgainAt) {}

    private final InstantSource steady;
    private final Map<Place, Known> names = new ConcurrentHashMap<>();

    private final Set<Place> missed = ConcurrentHashMap.newKeySet();

    /** @param steady does not stand still or go back when somebody sets the clock */
    QueueFunctions(JdbcClient jdbc, InstantSource steady) {
        this.jdbc = jdbc;
        this.steady = steady;
    }

    /**
     * @param arguments those of the task, as SQL with a {@code ?} for each of the values
     * @param read gets the answer out of the statement
     * @throws ConcurrencyFailureException within a transaction, when the function is not there any more: the next attempt
     *     does without it
     */
    <T> T call(
            Task task, String queue, String arguments, Function<JdbcClient.StatementSpec, T> read, Object... values) {
        Place place = new Place(task, queue);
        Optional<String> name = name(place);
        if (name.isPresent()) {
            try {
                return read.apply(
                        jdbc.sql(statement(task, name.get(), arguments)).params(values));
            } catch (BadSqlGrammarException e) {
                // The queue was dropped, or a newer version has written its functions. The function for all queues says
                // so, or knows how to call them.
                names.put(place, missing());
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw new ConcurrencyFailureException(name.get() + " has changed; it is not called again", e);
                }
            }
        }
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.addFirst(queue);
        return read.apply(jdbc.sql(statement(task, "worker_" + task.verb, "?::text, " + arguments))
                .params(all));
    }

    private static String statement(Task task, String function, String arguments) {
        return "select " + task.columns + " from " + function + "(" + arguments + ")";
    }

    private Optional<String> name(Place place) {
        Known known = names.get(place);
        if (known != null && (known.name().isPresent() || steady.instant().isBefore(known.lookAgainAt()))) {
            return known.name();
        }
        Optional<String> found = find(place);
        // The first call writes what is missing. What is missing even then is there with other parameters.
        if (found.isPresent() || !missed.add(place)) {
            names.put(place, found.isPresent() ? new Known(found, Instant.MAX) : missing());
        }
        return found;
    }

    private Known missing() {
        return new Known(Optional.empty(), steady.instant().plus(LOOK_AGAIN));
    }

    /** Empty for an unknown queue, one whose functions are not written yet, and where they have other parameters. */
    private Optional<String> find(Place place) {
        return jdbc.sql("""
                        select to_regprocedure(format('worker_queues.%%I(%s)', ?::text || '_' || ascii_lower(?::text)))
                            ::oid::regproc::text
                        """.formatted(place.task().parameters))
                .params(place.task().verb, place.queue())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
