package dev.producerdiscovery.worker.pgmq;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.producerdiscovery.secrets.Secrets;
import dev.producerdiscovery.worker.pgmq.QueueFunctions.Task;
import dev.producerdiscovery.worker.resilience.SteadyClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PGMQ's queues through the stored functions for workers, which fence every end of a lease with its read count.
 * Takes part in the caller's transaction where there is one. Thread-safe. Throws Spring's {@code DataAccessException}.
 */
public final class PgmqClient implements MessageSender {

    private final JdbcClient jdbc;
    private final QueueFunctions functions;

    public PgmqClient(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.functions = new QueueFunctions(jdbc, new SteadyClock(InstantSource.system()));
    }

    /**
     * Leases visible messages, those due longest, and returns them in the order of their ids; none while the queue is
     * paused. A lease counts only when it is committed: no message may be handled before.
     */
    public List<ClaimedMessage> claim(String queue, ClaimRequest request) {
        return functions
                .call(
                        Task.CLAIM,
                        queue,
                        "?::bigint * interval '1 millisecond', ?::integer, ?::integer, ?::timestamptz, ?::boolean",
                        statement -> statement
                                .query((row, number) -> claimed(queue, row))
                                .list(),
                        request.lease().toMillis(),
                        request.quantity(),
                        request.maxBodyBytes(),
                        timestamp(request.from()),
                        request.flush())
                .stream()
                .sorted(Comparator.comparing(ClaimedMessage::lease, Comparator.comparingLong(Lease::messageId)))
                .toList();
    }

    /** Leases up to {@code quantity} messages out of all that are visible, for good when it is committed. */
    public List<ClaimedMessage> claim(String queue, Duration lease, int quantity, long maxBodyBytes) {
        return claim(queue, new ClaimRequest(lease, quantity, maxBodyBytes, null, true));
    }

    /**
     * Time until a message is or becomes visible; empty when none does {@code within} that time, or the queue is paused.
     *
     * @param from what fell due before it does not count; null for all
     */
    public Optional<Duration> nextDue(String queue, @Nullable Instant from, Duration within) {
        return jdbc
                .sql("select worker_next_due(?::text, ?::timestamptz, ?::bigint * interval '1 millisecond')")
                .params(queue, timestamp(from), within.toMillis())
                .query((row, number) -> nullableLong(row))
                .single()
                .stream()
                .mapToObj(Duration::ofMillis)
                .findFirst();
    }

    /** Looks at all messages of the queue, and steps over all that cannot be vacuumed. */
    public LowWater lowWater(String queue) {
        return jdbc.sql("select low_water_mark, took_ms from worker_low_water(?::text)")
                .param(queue)
                .query((row, number) -> new LowWater(
                        row.getObject("low_water_mark", OffsetDateTime.class).toInstant(),
                        Duration.ofNanos((long) (row.getDouble("took_ms") * 1e6))))
                .single();
    }

    /** Says that a process is alive and leases messages of the queue for {@code lease}, which protects them from resets. */
    public void heartbeat(String queue, String worker, Duration lease) {
        jdbc.sql("select worker_heartbeat(?::text, ?::text, ?::bigint * interval '1 millisecond')::text")
                .params(queue, worker, lease.toMillis())
                .query(String.class)
                .single();
    }

    /** Says that a process works on the queue no longer. */
    public void leave(String queue, String worker) {
        jdbc.sql("select worker_leave(?::text, ?::text)")
                .params(queue, worker)
                .query(Boolean.class)
                .single();
    }

    /** The whole body of a message, of which the claim brought the outline; empty when the lease was lost. */
    public Optional<String> body(String queue, Lease lease) {
        return jdbc.sql("select worker_body(?::text, ?::bigint, ?::integer)")
                .params(queue, lease.messageId(), lease.readCount())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Notes that {@code worker} handles the message with nothing beside it; false when the lease was lost. */
    public boolean handledAlone(String queue, Lease lease, String worker) {
        return jdbc.sql("select worker_alone(?::text, ?::bigint, ?::integer, ?::text)")
                .params(queue, lease.messageId(), lease.readCount(), worker)
                .query(Boolean.class)
                .single();
    }

    /** Acknowledges, and returns the leases that were still held; the other messages are untouched. */
    public Set<Lease> archive(String queue, Collection<Lease> leases) {
        LastLeases last = new LastLeases(leases);
        return functions.call(
                Task.ARCHIVE, queue, "?::bigint[], ?::integer[]", last::held, last.messageIds(), last.readCounts());
    }

    /** Prolongs leases from now on, and returns those that were still held. */
    public Set<Lease> extend(String queue, Collection<Lease> leases, Duration lease) {
        LastLeases last = new LastLeases(leases);
        return last.held(jdbc.sql("""
                        select worker_extend(
                            ?::text, ?::bigint[], ?::integer[], ?::bigint * interval '1 millisecond')
                        """).params(queue, last.messageIds(), last.readCounts(), lease.toMillis()));
    }

    /** Gives leases back without an attempt, and returns those that were still held. */
    public Set<Lease> release(String queue, Collection<Lease> leases, Duration delay) {
        LastLeases last = new LastLeases(leases);
        return last.held(jdbc.sql("""
                        select worker_release(
                            ?::text, ?::bigint[], ?::integer[], ?::bigint * interval '1 millisecond')
                        """).params(queue, last.messageIds(), last.readCounts(), delay.toMillis()));
    }

    /** Notes a failed attempt and hides the message for {@code delay}; false when the lease was lost. */
    public boolean fail(String queue, Lease lease, int failures, String error, Duration delay) {
        return jdbc.sql("""
                        select worker_fail(
                            ?::text, ?::bigint, ?::integer, ?::integer, ?::text, ?::bigint * interval '1 millisecond')
                        """)
                .params(queue, lease.messageId(), lease.readCount(), failures, Secrets.hide(error), delay.toMillis())
                .query(Boolean.class)
                .single();
    }

    /** Moves the message to the dead letter queue; false when the lease was lost. {@code metadata} is a JSON object. */
    public boolean dead(String queue, Lease lease, int failures, String reason, String metadata) {
        return jdbc.sql("select worker_dead(?::text, ?::bigint, ?::integer, ?::integer, ?::text, ?::jsonb)")
                .params(queue, lease.messageId(), lease.readCount(), failures, Secrets.hide(reason), metadata)
                .query(Boolean.class)
                .single();
    }

    /** What the database knows of a message that carries this idempotency key; empty when there is none. */
    public Optional<MessageState> state(String queue, long messageId, String idempotencyKey) {
        return jdbc.sql("select worker_message_state(?::text, ?::bigint, ?::text)")
                .params(queue, messageId, idempotencyKey)
                .query((row, number) -> Optional.ofNullable(row.getString(1)).map(MessageState::of))
                .single();
    }

    @Override
    public void send(List<OutgoingMessage> messages) {
        messages.stream()
                .collect(groupingBy(OutgoingMessage::queue, LinkedHashMap::new, toList()))
                .forEach(this::sendTo);
    }

    /** Sends one message without headers; {@code body} is JSON of any kind, or null for SQL null. */
    public long sendRaw(String queue, @Nullable String body) {
        return jdbc.sql("select worker_send(?::text, array[?::jsonb], null::jsonb[])")
                .param(queue)
                .param(body)
                .query(Long.class)
                .single();
    }

    /** Wakes whoever listens on {@code channel}, this process too. */
    void notifyListeners(String channel, String payload) {
        jdbc.sql("select pg_notify(?::text, ?::text)::text")
                .params(channel, payload)
                .query(String.class)
                .single();
    }

    private void sendTo(String queue, List<OutgoingMessage> messages) {
        functions.call(
                Task.SEND,
                queue,
                "?::text[]::jsonb[], ?::text[]::jsonb[]",
                statement -> statement.query(Long.class).list(),
                messages.stream().map(OutgoingMessage::body).toArray(String[]::new),
                messages.stream().map(OutgoingMessage::headers).toArray(String[]::new));
    }

    private static OptionalLong nullableLong(ResultSet row) throws SQLException {
        long value = row.getLong(1);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static ClaimedMessage claimed(String queue, ResultSet row) throws SQLException {
        return new ClaimedMessage(
                queue,
                new Lease(row.getLong("msg_id"), row.getInt("read_ct")),
                row.getObject("enqueued_at", OffsetDateTime.class).toInstant(),
                row.getObject("vt", OffsetDateTime.class).toInstant(),
                row.getString("message"),
                row.getString("headers"),
                row.getLong("oversized_bytes"));
    }

    /** The driver writes the least of all times as {@code -infinity}. */
    private static OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
    }
}
