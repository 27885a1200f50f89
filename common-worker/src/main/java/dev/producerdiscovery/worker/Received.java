package dev.producerdiscovery.worker;

/** A message of a batch, and what is known of it besides its body. */
public record Received<M>(M message, Delivery delivery) {}
