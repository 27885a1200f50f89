package dev.producerdiscovery.worker.pgmq;

/** A message to be sent; {@code body} and {@code headers} are the text of JSON objects. */
public record OutgoingMessage(String queue, String body, String headers) {}
