package dev.producerdiscovery.provider.sentinel;

import dev.producerdiscovery.provider.http.Condition;
import dev.producerdiscovery.provider.http.Examination;
import dev.producerdiscovery.secrets.Secrets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checks of all processes, in the table provider_checks. */
final class CheckStore {

    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is this process that has to ask the provider now. */
    boolean claim(String provider, Duration interval) {
        return Boolean.TRUE.equals(jdbc.sql("select claim_provider_check(?::text, ?::bigint * interval '1 second')")
                .params(provider, interval.toSeconds())
                .query(Boolean.class)
                .single());
    }

    /** Returns the condition before, empty when this is the first one. */
    Optional<Condition> record(String provider, Examination examination) {
        return jdbc.sql("select record_provider_check(?::text, ?::text, ?::text)")
                .params(provider, examination.condition().toString(), Secrets.hide(examination.detail()))
                .query(String.class)
                .optional()
                .map(CheckStore::condition);
    }

    List<Check> all() {
        return jdbc.sql("""
                        select provider, condition, detail, since, checked_at
                        from provider_checks
                        where condition is not null
                        order by provider
                        """)
                .query((row, number) -> new Check(
                        row.getString("provider"),
                        new Examination(condition(row.getString("condition")), row.getString("detail")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Condition condition(String text) {
        return Condition.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
