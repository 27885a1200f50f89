package dev.producerdiscovery.monitor.queues;

import dev.producerdiscovery.monitor.Events;
import dev.producerdiscovery.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads and operates the registered queues. */
@Repository
public class Queues {

    private final JdbcClient database;
    private final Events events;
    private final JsonMapper json;

    Queues(JdbcClient database, Events events, JsonMapper json) {
        this.database = database;
        this.events = events;
        this.json = json;
    }

    /** In the order in which work passes through them; queues of nobody's pipeline come last. */
    public List<QueueState> all() {
        return database.sql("""
                        select
                            d.queue_name, r.display_name, r.description, d.active, d.visible, d.in_flight, d.delayed,
                            d.stuck, d.dead_lettered, d.oldest_age_seconds, d.processed_last_hour, d.errors_last_hour
                        from get_queue_monitoring_data() d
                        join queue_registry r on r.queue_name = d.queue_name
                        left join pipeline_stages() s on s.queue_name = d.queue_name
                        order by s.place nulls last, d.queue_name
                        """).query((row, number) -> QueueState.of(row)).list();
    }

    /** @throws NotFound when no queue of that name is registered */
    public QueueState one(String name) {
        return all().stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /**
     * Pauses or resumes the queue in every worker, within seconds.
     *
     * @throws NotFound when no queue of that name is registered
     */
    @Transactional
    public void activate(String name, boolean active) {
        boolean known = database.sql("select activate_queue(cast(:name as text), cast(:active as boolean))")
                .param("name", name)
                .param("active", active)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw unknown(name);
        }
        events.record(active ? "queue_resumed" : "queue_paused", Map.of("queue_name", name));
    }

    /** Of a large message only the size is told: two hundred of them do not fit into memory. */
    public List<StuckMessage> stuck(String name, int minutes) {
        return database.sql("""
                        select message_id, read_ct, locked_since, minutes_locked, visible_at,
                            case
                                when octet_length(message::text) <= 16384 then message::text
                                else jsonb_build_object('_bytes', octet_length(message::text))::text
                            end as message
                        from list_stuck_messages(cast(:name as text), cast(:minutes as integer))
                        order by locked_since
                        limit 200
                        """)
                .param("name", name)
                .param("minutes", minutes)
                .query((row, number) -> stuck(row))
                .list();
    }

    private StuckMessage stuck(ResultSet row) throws SQLException {
        return new StuckMessage(
                row.getLong("message_id"),
                row.getInt("read_ct"),
                row.getTimestamp("locked_since").toInstant(),
                row.getDouble("minutes_locked"),
                row.getTimestamp("visible_at").toInstant(),
                json.readTree(row.getString("message")));
    }

    /** Sets the stuck messages free; how many there were. */
    public int reset(String name, int minutes) {
        return database.sql("select reset_stuck_messages(cast(:name as text), cast(:minutes as integer))")
                .param("name", name)
                .param("minutes", minutes)
                .query(Integer.class)
                .single();
    }

    private static NotFound unknown(String name) {
        return new NotFound("No queue is called '" + name + "'.");
    }
}
