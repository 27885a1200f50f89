/**
 * The engine beneath a worker: fetching, leasing, running and settling messages, each in a part of its own. Where they
 * meet is {@link dev.producerdiscovery.worker.engine.WorkerEngine}.
 */
@NullMarked
package dev.producerdiscovery.worker.engine;

import org.jspecify.annotations.NullMarked;
