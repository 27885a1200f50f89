package dev.producerdiscovery.monitor.budgets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What waits for which budget. Counting reads whole queues, which every open page would ask for every few seconds: so what
 * was counted holds for a while, for everybody. Thread-safe.
 */
@Repository
class WaitingWorkCount {

    private static final String WAITING = """
            select
                w.provider, w.bucket, w.queue_name, w.correlation_id, w.messages, w.until,
                coalesce(a.name, r.asked ->> 'artistName', r.asked ->> 'artistId') as artist
            from budget_waits() w
            left join discovery_runs r on r.correlation_id = w.correlation_id
            left join artists a on a.id = r.artist_id
            order by w.until, w.messages desc, w.queue_name, w.correlation_id
            limit cast(:limit as integer)
            """;

    /** More than anybody reads. */
    private static final int MOST_WAITING = 200;

    record Key(String provider, String bucket) {}

    private record Waiting(Key key, WaitingWork work) {}

    private final JdbcClient database;
    private final Duration holdsFor;
    private final InstantSource clock;
    private Instant outdatedAt = Instant.MIN;
    private Map<Key, List<WaitingWork>> counted = Map.of();

    WaitingWorkCount(
            JdbcClient database,
            @Value("${producer-discovery.monitor.count-waiting-work-every}") Duration holdsFor,
            InstantSource clock) {
        this.database = database;
        this.holdsFor = holdsFor;
        this.clock = clock;
    }

    synchronized Map<Key, List<WaitingWork>> byBudget() {
        Instant now = clock.instant();
        if (!now.isBefore(outdatedAt)) {
            counted = count();
            outdatedAt = now.plus(holdsFor);
        }
        return counted;
    }

    private Map<Key, List<WaitingWork>> count() {
        return database.sql(WAITING).param("limit", MOST_WAITING).query((row, number) -> waiting(row)).list().stream()
                .collect(groupingBy(Waiting::key, mapping(Waiting::work, toList())));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new Key(row.getString("provider"), row.getString("bucket")),
                new WaitingWork(
                        row.getString("queue_name"),
                        row.getObject("correlation_id", UUID.class),
                        row.getString("artist"),
                        row.getLong("messages"),
                        row.getTimestamp("until").toInstant()));
    }
}
