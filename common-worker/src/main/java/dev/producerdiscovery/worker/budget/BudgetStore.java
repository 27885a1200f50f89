package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.secrets.Secrets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parks and quotas in PostgreSQL, where neither a restart nor a flushed Redis forgets them. */
final class BudgetStore {

    /**
     * What a quota says to one more call.
     *
     * @param limit the quota that holds: what is configured or, where less was learned, that
     * @param allowedAt empty when the call is allowed
     * @param shareIsSpent whether others might call, and only the present run may not
     * @param nearlySpent whether somebody should be told that little is left
     */
    record Spent(int used, int limit, Optional<Instant> allowedAt, boolean shareIsSpent, boolean nearlySpent) {}

    /** The database takes no longer one: whoever is told to wait for months asks again after a month. */
    private static final String UNTIL = "least(?::timestamptz, clock_timestamp() + interval '31 days')";

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
                        row.getBoolean("outage") ? Park.Kind.OUTAGE : Park.Kind.BAN))
                .list();
    }

    /** The limit of the quota, where the park shows that it is another than was thought. */
    OptionalInt park(Park park) {
        if (park.kind() == Park.Kind.QUOTA) {
            return jdbc.sql("select worker_quota_refused(?::text, ?::text, " + UNTIL + ", ?::text)")
                    .params(park.provider(), park.bucket(), Timestamp.from(park.until()), Secrets.hide(park.reason()))
                    .query((row, number) -> {
                        int learned = row.getInt(1);
                        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(learned);
                    })
                    .single();
        }
        jdbc.sql("select worker_park(?::text, ?::text, " + UNTIL + ", ?::text, ?::boolean)")
                .params(
                        park.provider(),
                        park.bucket(),
                        Timestamp.from(park.until()),
                        Secrets.hide(park.reason()),
                        park.isOutage())
                .query((row, number) -> row.getTimestamp(1))
                .single();
        return OptionalInt.empty();
    }

    void answered(String provider) {
        jdbc.sql("select worker_answered(?::text)")
                .param(provider)
                .query(Boolean.class)
                .single();
    }

    /** Processes that work on any queue. */
    int livingProcesses() {
        return jdbc.sql("select count(distinct l.worker_id) from live_workers() as l")
                .query(Integer.class)
                .single();
    }

    Spent spend(String provider, String bucket, Duration window, int limit, Optional<UUID> run, double runShare) {
        return jdbc.sql("""
                        select used, quota, allowed_at, share_is_spent, nearly_spent
                        from worker_spend(
                            ?::text,
                            ?::text,
                            ?::bigint * interval '1 second',
                            ?::integer,
                            ?::uuid,
                            ?::double precision)
                        """)
                .param(provider)
                .param(bucket)
                .param(window.toSeconds())
                .param(limit)
                .param(run.orElse(null))
                .param(runShare)
                .query((row, number) -> new Spent(
                        row.getInt("used"),
                        row.getInt("quota"),
                        Optional.ofNullable(row.getObject("allowed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getBoolean("share_is_spent"),
                        row.getBoolean("nearly_spent")))
                .single();
    }
}
