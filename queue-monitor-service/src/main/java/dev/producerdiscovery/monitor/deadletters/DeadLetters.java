package dev.producerdiscovery.monitor.deadletters;

import dev.producerdiscovery.monitor.Events;
import dev.producerdiscovery.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the dead letter queues and empties them, one way or the other. Queues go by the name of their source. */
@Repository
public class DeadLetters {

    private final JdbcClient database;
    private final Events events;
    private final JsonMapper json;

    DeadLetters(JdbcClient database, Events events, JsonMapper json) {
        this.database = database;
        this.events = events;
        this.json = json;
    }

    /** What is dead and why, the most frequent reason first. */
    public List<DeadLetterGroup> groups(@Nullable String queue) {
        return database.sql("""
                        select source_queue, failure_reason, count(*) as messages, min(moved_at) as oldest,
                            max(moved_at) as latest
                        from dlq_messages
                        where cast(:queue as text) is null or source_queue = cast(:queue as text)
                        group by source_queue, failure_reason
                        order by count(*) desc, source_queue, failure_reason
                        """)
                .param("queue", queue)
                .query((row, number) -> new DeadLetterGroup(
                        row.getString("source_queue"),
                        row.getString("failure_reason"),
                        row.getLong("messages"),
                        row.getTimestamp("oldest").toInstant(),
                        row.getTimestamp("latest").toInstant()))
                .list();
    }

    /** The latest first. Of a large message only its size and why it is dead: a page of them does not fit into memory. */
    public List<DeadLetter> list(String queue, int limit, int offset) {
        return database.sql("""
                        select message_id, source_queue, original_message_id, moved_at, failure_reason,
                            case
                                when octet_length(full_message::text) <= 16384 then full_message::text
                                else jsonb_build_object(
                                    '_bytes', octet_length(full_message::text),
                                    '_dlq_metadata', full_message -> '_dlq_metadata')::text
                            end as full_message
                        from dlq_messages
                        where queue_name = cast(:dead_letters as text)
                        order by moved_at desc, message_id desc
                        limit cast(:limit as integer)
                        offset cast(:offset as integer)
                        """)
                .param("dead_letters", deadLettersOf(queue))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> deadLetter(row))
                .list();
    }

    /** @throws NotFound when there is no such message */
    public DeadLetter one(String queue, long id) {
        return database.sql("""
                        select message_id, source_queue, original_message_id, moved_at, failure_reason,
                            full_message::text as full_message
                        from dlq_messages
                        where queue_name = cast(:dead_letters as text)
                          and message_id = cast(:id as bigint)
                        """)
                .param("dead_letters", deadLettersOf(queue))
                .param("id", id)
                .query((row, number) -> deadLetter(row))
                .optional()
                .orElseThrow(() -> unknown(queue, id));
    }

    private DeadLetter deadLetter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("message_id"),
                row.getString("source_queue"),
                row.getObject("original_message_id", Long.class),
                row.getTimestamp("moved_at").toInstant(),
                row.getString("failure_reason"),
                json.readTree(row.getString("full_message")));
    }

    /**
     * Sends one message back to where it came from.
     *
     * @param body instead of its own body; null keeps that
     * @throws NotFound when there is no such message
     */
    public void reprocess(String queue, long id, @Nullable JsonNode body) {
        boolean sent = database.sql("""
                        select reprocess_from_dlq(
                            cast(:dead_letters as text), cast(:id as text), cast(:body as jsonb))
                        """)
                .param("dead_letters", deadLettersOf(queue))
                .param("id", id)
                .param("body", body == null ? null : json.writeValueAsString(body))
                .query(Boolean.class)
                .single();
        if (!sent) {
            throw unknown(queue, id);
        }
    }

    /** Sends back what the selection names, oldest first; how many that were. All of them or, on an error, none. */
    public int reprocess(String queue, Selection selection) {
        return database.sql("""
                        select count(*) filter (where sent)
                        from (
                            select reprocess_from_dlq(queue_name, message_id::text) as sent
                            from (
                                select queue_name, message_id
                                from dlq_messages
                                where queue_name = cast(:dead_letters as text)
                                  and (cast(:ids as text) is null
                                    or message_id = any(cast(string_to_array(:ids, ',') as bigint[])))
                                  and (cast(:reason as text) is null or failure_reason = cast(:reason as text))
                                order by message_id
                                limit cast(:limit as integer)
                            ) chosen
                        ) replayed
                        """)
                .param("dead_letters", deadLettersOf(queue))
                .param("ids", selection.joinedIds())
                .param("reason", selection.reason())
                .param("limit", selection.most())
                .query(Integer.class)
                .single();
    }

    /**
     * Removes one message for good; what it was stays in pgmq_dead_letter_items.
     *
     * @throws NotFound when there is no such message
     */
    @Transactional
    public void discard(String queue, long id) {
        DeadLetter letter = one(queue, id);
        database.sql("select pg_delete_message(cast(:dead_letters as text), cast(:id as text))")
                .param("dead_letters", deadLettersOf(queue))
                .param("id", id)
                .query(Boolean.class)
                .single();
        events.record("dead_letter_discarded", Map.of("queue_name", queue, "message", letter.message()));
    }

    private static String deadLettersOf(String queue) {
        return queue + "_dlq";
    }

    private static NotFound unknown(String queue, long id) {
        return new NotFound("The dead letters of '" + queue + "' hold no message " + id + ".");
    }
}
