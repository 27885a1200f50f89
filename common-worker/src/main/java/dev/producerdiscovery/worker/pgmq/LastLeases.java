package dev.producerdiscovery.worker.pgmq;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leases as the functions for workers take several at once. A process that stalled may hold an old lease of a message
 * beside the new one: only the last can be meant.
 */
final class LastLeases {

    private final Map<Long, Lease> byMessage;

    LastLeases(Collection<Lease> leases) {
        this.byMessage = leases.stream()
                .collect(toMap(
                        Lease::messageId,
                        lease -> lease,
                        BinaryOperator.maxBy(Comparator.comparingInt(Lease::readCount))));
    }

    Long[] messageIds() {
        return byMessage.values().stream().map(Lease::messageId).toArray(Long[]::new);
    }

    /** In the order of {@link #messageIds()}. */
    Integer[] readCounts() {
        return byMessage.values().stream().map(Lease::readCount).toArray(Integer[]::new);
    }

    /** Those whose messages the statement answers with. */
    Set<Lease> held(JdbcClient.StatementSpec statement) {
        return statement.query(Long.class).list().stream().map(byMessage::get).collect(toSet());
    }
}
