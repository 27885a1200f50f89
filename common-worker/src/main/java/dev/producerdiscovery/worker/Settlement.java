package dev.producerdiscovery.worker;

/**
 * The database side of a finished message. Runs on the settling thread inside the transaction that also acknowledges
 * the message, so every write made through the service's {@code JdbcClient} and every message sent through the
 * {@link Outbox} take effect together with the acknowledgement or not at all.
 *
 * <p>Must be repeatable: when several messages share a transaction that fails, each is settled again by itself.
 * Must not call anything but the database.
 */
@FunctionalInterface
public interface Settlement {

    void apply(Outbox outbox);
}
