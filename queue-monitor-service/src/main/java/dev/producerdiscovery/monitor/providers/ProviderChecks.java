package dev.producerdiscovery.monitor.providers;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the workers noted of the outside APIs. */
@Repository
public class ProviderChecks {

    private final JdbcClient database;

    ProviderChecks(JdbcClient database) {
        this.database = database;
    }

    /** Those first that somebody should know about; a provider that nobody has looked at yet is missing. */
    public List<ProviderCheck> all() {
        return database.sql("""
                        select provider, condition, detail, since, checked_at
                        from provider_checks
                        where condition is not null
                        order by condition = 'fine', provider
                        """)
                .query((row, number) -> new ProviderCheck(
                        row.getString("provider"),
                        row.getString("condition"),
                        row.getString("detail"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
