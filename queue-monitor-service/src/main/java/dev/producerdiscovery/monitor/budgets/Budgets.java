package dev.producerdiscovery.monitor.budgets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private final JdbcClient database;
    private final WaitingWorkCount waitingWork;

    Budgets(JdbcClient database, WaitingWorkCount waitingWork) {
        this.database = database;
        this.waitingWork = waitingWork;
    }

    /** Parked ones first, with what waits for each. */
    public List<Budget> all() {
        Map<WaitingWorkCount.Key, List<WaitingWork>> waiting = waitingWork.byBudget();
        return counted().stream()
                .map(budget -> budget.withWaiting(
                        waiting.getOrDefault(new WaitingWorkCount.Key(budget.provider(), budget.bucket()), List.of())))
                .toList();
    }

    /** As {@link #all}, at less cost and without what waits. */
    List<Budget> counted() {
        return database.sql(COUNTED).query((row, number) -> budget(row)).list();
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
