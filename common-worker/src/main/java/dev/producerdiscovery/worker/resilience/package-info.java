/** Waiting, repeating, and telling the start and the end of an outage with one line each. */
@NullMarked
package dev.producerdiscovery.worker.resilience;

import org.jspecify.annotations.NullMarked;
