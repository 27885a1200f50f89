package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.Received;

/** A message before its handler: ready for it, or decided on without it. */
sealed interface Prepared<M> {

    record Ready<M>(Received<M> received) implements Prepared<M> {}

    record Decided<M>(Verdict verdict) implements Prepared<M> {}
}
