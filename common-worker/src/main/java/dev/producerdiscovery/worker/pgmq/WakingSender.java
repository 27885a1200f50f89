package dev.producerdiscovery.worker.pgmq;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends messages, and wakes whoever works on their queue in this process as soon as they are committed. The database
 * notifies every process, this one too, but takes its way about for it.
 */
public final class WakingSender implements MessageSender {

    private final MessageSender sender;
    private final Consumer<String> wake;

    /** @param wake is told the name of a queue */
    public WakingSender(MessageSender sender, Consumer<String> wake) {
        this.sender = sender;
        this.wake = wake;
    }

    @Override
    public void send(List<OutgoingMessage> messages) {
        sender.send(messages);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake(messages);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(messages);
            }
        });
    }

    private void wake(List<OutgoingMessage> messages) {
        messages.stream().map(OutgoingMessage::queue).distinct().forEach(wake);
    }
}
