package dev.producerdiscovery.worker.pgmq;

/**
 * The right to end one message. PGMQ hands out no receipt, but raises the read count with every read: a lease that was
 * taken over by another reader no longer matches.
 */
public record Lease(long messageId, int readCount) {}
