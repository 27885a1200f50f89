package dev.producerdiscovery.worker.budget;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parks and quotas in PostgreSQL, where neither a restart nor a flushed Redis forgets them. */
final class BudgetStore {

    /** What a quota says to one more call: allowed when {@code allowedAt} is empty. */
    record Spent(int used, Optional<Instant> allowedAt) {}

    private final JdbcClient jdbc;

    BudgetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Park> parks() {
        return jdbc.sql("select provider, bucket, parked_until, reason, outage from worker_parks()")
                .query((row, number) -> new Park(
                        row.getString("provider"),
                        row.getString("bucket"),
                        row.getObject("parked_until", OffsetDateTime.class).toInstant(),
                        Objects.requireNonNullElse(row.getString("reason"), "parked"),
                        row.getBoolean("outage")))
                .list();
    }

    void park(Park park) {
        jdbc.sql("select worker_park(?::text, ?::text, ?::timestamptz, ?::text, ?::boolean)")
                .params(park.provider(), park.bucket(), Timestamp.from(park.until()), park.reason(), park.outage())
                .query((row, number) -> row.getTimestamp(1))
                .single();
    }

    void answered(String provider) {
        jdbc.sql("select worker_answered(?::text)")
                .param(provider)
                .query(Boolean.class)
                .single();
    }

    Spent spend(String provider, String bucket, Duration window, int limit) {
        return jdbc.sql("""
                        select used, allowed_at
                        from worker_spend(?::text, ?::text, ?::bigint * interval '1 second', ?::integer)
                        """)
                .params(provider, bucket, window.toSeconds(), limit)
                .query((row, number) -> new Spent(
                        row.getInt("used"),
                        Optional.ofNullable(row.getObject("allowed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }
}
