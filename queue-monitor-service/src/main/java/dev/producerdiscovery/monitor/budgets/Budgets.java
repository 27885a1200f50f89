package dev.producerdiscovery.monitor.budgets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the budgets; calls are counted anew, because a row is only written when a call is made. */
@Repository
public class Budgets {

    private static final String COUNTED = """
            select
                b.provider, b.bucket, extract(epoch from b."window")::bigint as window_seconds, b."limit",
                coalesce(b.learned_limit = b."limit", false) as learned,
                coalesce(usage.calls, 0) as used,
                usage.oldest + interval '1 minute' + b."window" as freed_at,
                greatest(
                    usage.latest + interval '1 minute' + b."window",
                    case when b.parked_until > clock_timestamp() then b.parked_until end) as reset_at,
                case when b.parked_until > clock_timestamp() then b.parked_until end as parked_until,
                case when b.parked_until > clock_timestamp() then b.reason end as reason
            from provider_budgets b
            left join lateral (
                select sum(u.calls) as calls, min(u.slot) as oldest, max(u.slot) as latest
                from provider_usage u
                where u.provider = b.provider
                  and u.bucket = b.bucket
                  and u.slot + interval '1 minute' > clock_timestamp() - b."window"
            ) usage on true
            order by (b.parked_until > clock_timestamp()) is true desc, b.provider, b.bucket
            """;

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

    private record Key(String provider, String bucket) {}

    private record Waiting(Key key, WaitingWork work) {}

    private final JdbcClient database;

    Budgets(JdbcClient database) {
        this.database = database;
    }

    /** Parked ones first, with what waits for each. */
    public List<Budget> all() {
        Map<Key, List<WaitingWork>> waiting =
                database.sql(WAITING).param("limit", MOST_WAITING).query((row, number) -> waiting(row)).stream()
                        .collect(groupingBy(Waiting::key, mapping(Waiting::work, toList())));
        return counted().stream()
                .map(budget -> budget.withWaiting(
                        waiting.getOrDefault(new Key(budget.provider(), budget.bucket()), List.of())))
                .toList();
    }

    /** As {@link #all}, at less cost and without what waits. */
    List<Budget> counted() {
        return database.sql(COUNTED).query((row, number) -> budget(row)).list();
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

    private static Budget budget(ResultSet row) throws SQLException {
        long window = row.getLong("window_seconds");
        boolean noWindow = row.wasNull();
        return new Budget(
                row.getString("provider"),
                row.getString("bucket"),
                noWindow ? null : Duration.ofSeconds(window),
                row.getLong("used"),
                row.getObject("limit", Integer.class),
                row.getBoolean("learned"),
                instant(row, "freed_at"),
                instant(row, "reset_at"),
                instant(row, "parked_until"),
                row.getString("reason"),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
