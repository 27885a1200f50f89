package dev.producerdiscovery.worker.pgmq;

import java.util.List;

/** Sends messages inside the caller's transaction. */
@FunctionalInterface
public interface MessageSender {

    void send(List<OutgoingMessage> messages);
}
