package dev.producerdiscovery.monitor.health;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the database's monitoring functions tell. */
@Repository
public class Health {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int LATEST = 10;

    private final JdbcClient database;
    private final JsonMapper json;

    Health(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** As {@code get_system_health} tells it. */
    public Map<String, Object> report() {
        return object(database.sql("select get_system_health()::text")
                .query(String.class)
                .single());
    }

    /** Unresolved issues, the latest first. */
    public List<Issue> openIssues() {
        return database.sql("""
                        select worker_name, issue_type, message, coalesce((details->>'count')::bigint, 1) as occurrences,
                            created_at, updated_at
                        from worker_issues
                        where not resolved
                        order by updated_at desc
                        limit 50
                        """)
                .query((row, number) -> new Issue(
                        row.getString("worker_name"),
                        row.getString("issue_type"),
                        row.getString("message"),
                        row.getLong("occurrences"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }

    /** The latest runs as {@code discovery_run_progress} tells them, the latest first. */
    public List<Map<String, Object>> latestRuns() {
        return database.sql("""
                        select discovery_run_progress(latest.correlation_id)::text as progress
                        from (
                            select correlation_id
                            from discovery_runs
                            order by started_at desc
                            limit cast(:limit as integer)
                        ) latest
                        """)
                .param("limit", LATEST)
                .query((row, number) -> object(row.getString("progress")))
                .list();
    }

    private Map<String, Object> object(String text) {
        return json.readValue(text, OBJECT);
    }
}
