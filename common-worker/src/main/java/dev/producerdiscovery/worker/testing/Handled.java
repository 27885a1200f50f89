package dev.producerdiscovery.worker.testing;

import dev.producerdiscovery.worker.engine.Ending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message that was run by hand.
 *
 * @param messageId its id in the worker's queue
 * @param reason why it ended so, in words; empty where there is nothing to explain
 * @param cause what the handler or its settlement threw, if a failure was counted
 * @param sent what the settlement sent, in order; empty unless it was committed
 */
public record Handled(
        long messageId,
        Ending ending,
        String reason,
        @Nullable Throwable cause,
        List<Sent> sent) {

    /** The messages sent to {@code queue}. */
    public List<Sent> sentTo(String queue) {
        return sent.stream().filter(message -> message.queue().equals(queue)).toList();
    }
}
