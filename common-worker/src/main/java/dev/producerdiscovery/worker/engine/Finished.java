package dev.producerdiscovery.worker.engine;

/** A message whose verdict is there and waits to be carried out. */
record Finished(InFlight message, Verdict verdict) {}
