/**
 * The engine beneath a worker. Here is what it is set up with and what it tells; how it works lies in rooms beneath, each of
 * which knows only those before it: {@code message}, {@code leases}, {@code intake}, {@code handling}, {@code settling}.
 * They are put together in {@link dev.producerdiscovery.worker.engine.running}. What is public in a room is so for the
 * other rooms: outside the library only this package is used, and {@code running} by whoever starts an engine by hand.
 */
@NullMarked
package dev.producerdiscovery.worker.engine;

import org.jspecify.annotations.NullMarked;
