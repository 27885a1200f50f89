package dev.producerdiscovery.monitor.timers;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The jobs: each is one call of a maintenance function, or repeated calls, and answers with what it did. */
@Repository
class Maintenance {

    private final JdbcClient database;
    private final int tooManyAttempts;

    /** @param tooManyAttempts more than any worker allows a message, so that one past them was missed by its worker */
    Maintenance(JdbcClient database, @Value("${producer-discovery.monitor.too-many-attempts}") int tooManyAttempts) {
        this.database = database;
        this.tooManyAttempts = tooManyAttempts;
    }

    String resetStuckMessages(Duration threshold) {
        return database.sql("""
                        select coalesce(jsonb_object_agg(queue_name, messages_reset), '{}')::text
                        from reset_all_stuck_messages(cast(:minutes as integer))
                        """)
                .param("minutes", threshold.toMinutes())
                .query(String.class)
                .single();
    }

    /** Sets stuck messages free and moves those that failed too often to the dead letters, queue by queue. */
    String fixQueues(Duration threshold) {
        return database.sql("""
                        select coalesce(
                            jsonb_object_agg(queue_name, jsonb_build_object('reset', reset, 'dead', dead)), '{}')::text
                        from (
                            select
                                queue_name,
                                reset_stuck_messages(queue_name, cast(:minutes as integer)) as reset,
                                dead_letter_exhausted_messages(queue_name, cast(:attempts as integer)) as dead
                            from queue_registry
                        ) fixed
                        where reset > 0
                           or dead > 0
                        """)
                .param("minutes", threshold.toMinutes())
                .param("attempts", tooManyAttempts)
                .query(String.class)
                .single();
    }

    String reportHealth(Duration threshold) {
        return database.sql("select get_system_health()::text")
                .query(String.class)
                .single();
    }

    String recommendScaling(Duration threshold) {
        return database.sql("select record_scaling_recommendations()::text")
                .query(String.class)
                .single();
    }

    String clearStaleEntities(Duration threshold) {
        return database.sql("select cleanup_stale_entities(cast(:minutes as integer))::text")
                .param("minutes", threshold.toMinutes())
                .query(String.class)
                .single();
    }

    String enrichStaleProducers(Duration threshold) {
        return database.sql("select enqueue_stale_producers(cast(:days as integer))::text")
                .param("days", threshold.toDays())
                .query(String.class)
                .single();
    }

    /** In steps, so that no step holds locks for long. */
    String purge(Duration retention) {
        long purged = 0;
        long step;
        do {
            step = purgeStep(retention);
            purged += step;
        } while (step > 0);
        return String.valueOf(purged);
    }

    private long purgeStep(Duration retention) {
        return database.sql("select purge_everything_old(cast(:days as integer))")
                .param("days", retention.toDays())
                .query(Long.class)
                .single();
    }
}
