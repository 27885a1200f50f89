package dev.producerdiscovery.worker.report;

import dev.producerdiscovery.secrets.Secrets;
import java.sql.Timestamp;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes queue_metrics and worker_issues. */
final class ReportStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void batch(Tally tally) {
        ObjectNode details = json.createObjectNode();
        tally.counts().forEach((ending, count) -> details.put(ending.label(), count));
        jdbc.sql("""
                        select worker_record_batch(
                            ?::text, ?::timestamptz, ?::timestamptz, ?::integer, ?::integer, ?::integer, ?::jsonb)
                        """)
                .params(
                        tally.queue(),
                        Timestamp.from(tally.startedAt()),
                        Timestamp.from(tally.finishedAt()),
                        tally.processed(),
                        tally.succeeded(),
                        tally.failed(),
                        details.toString())
                .query((row, number) -> 0)
                .list();
    }

    void issue(Issue issue) {
        ObjectNode details = json.createObjectNode()
                .put("queue", issue.queue())
                .put("message_id", issue.messageId())
                .put("stack", Secrets.hide(issue.stackHead()));
        issue.correlationId().ifPresent(id -> details.put("correlation_id", id.toString()));
        jdbc.sql("select worker_report_issue(?::text, ?::text, ?::text, ?::jsonb, ?::integer)")
                .params(issue.queue(), issue.kind(), Secrets.hide(issue.message()), details.toString(), issue.count())
                .query((row, number) -> 0)
                .list();
    }

    int resolveIssues(String queue, Duration quiet) {
        return jdbc.sql("select worker_resolve_issues(?::text, ?::bigint * interval '1 millisecond')")
                .params(queue, quiet.toMillis())
                .query(Integer.class)
                .single();
    }
}
