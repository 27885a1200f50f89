/**
 * The kinds of failure that a handler or a provider client can meet. The kind decides what becomes of the message:
 * tried again, put back until a provider answers again, or moved to the dead letter queue.
 */
@NullMarked
package dev.producerdiscovery.worker.failure;

import org.jspecify.annotations.NullMarked;
