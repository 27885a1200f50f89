package dev.producerdiscovery.worker;

import java.util.List;

/**
 * The database side of several messages that finished at about the same time, with a statement for all of them instead
 * of one for each. The rules of {@link Settlement} apply: when it fails, each message is settled again by itself.
 *
 * @param <T> what a handler found out for its message
 */
@FunctionalInterface
public interface JointSettlement<T> {

    /** @param results in the order in which they are acknowledged, at least one */
    void apply(List<Result<T>> results);

    /** What one message contributes, and where the messages go that follow from it. */
    record Result<T>(T value, Outbox outbox) {}

    /** The settlement of one message, carried out together with those of others that name the same joint one. */
    record Share<T>(JointSettlement<T> joint, T value) implements Settlement {

        @Override
        public void apply(Outbox outbox) {
            joint.apply(List.of(new Result<>(value, outbox)));
        }
    }
}
