package dev.producerdiscovery.monitor.budgets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the budgets; calls are counted anew, because a row is only written when a call is made. */
@Repository
public class Budgets {

    private final JdbcClient database;

    Budgets(JdbcClient database) {
        this.database = database;
    }

    /** Parked ones first. */
    public List<Budget> all() {
        return database.sql("""
                        select
                            b.provider, b.bucket, extract(epoch from b."window")::bigint as window_seconds, b."limit",
                            coalesce(usage.calls, 0) as used,
                            usage.oldest + interval '1 minute' + b."window" as freed_at,
                            case when b.parked_until > clock_timestamp() then b.parked_until end as parked_until,
                            case when b.parked_until > clock_timestamp() then b.reason end as reason,
                            array(
                                select s.queue_name
                                from stage_providers s
                                join get_queue_monitoring_data() q on q.queue_name = s.queue_name
                                where s.provider = b.provider
                                  and s.required
                                  and b.parked_until > clock_timestamp()
                                  and q.visible + q.in_flight + q.delayed > 0
                                order by s.queue_name
                            ) as holds_up
                        from provider_budgets b
                        left join lateral (
                            select sum(u.calls) as calls, min(u.slot) as oldest
                            from provider_usage u
                            where u.provider = b.provider
                              and u.bucket = b.bucket
                              and u.slot + interval '1 minute' > clock_timestamp() - b."window"
                        ) usage on true
                        order by (b.parked_until > clock_timestamp()) is true desc, b.provider, b.bucket
                        """).query((row, number) -> budget(row)).list();
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
                instant(row, "freed_at"),
                instant(row, "parked_until"),
                row.getString("reason"),
                List.of((String[]) row.getArray("holds_up").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
