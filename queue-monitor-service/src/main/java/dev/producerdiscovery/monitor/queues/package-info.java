/** The queues: how full, how old, how stuck; pausing, resuming, and setting stuck messages free. */
@NullMarked
package dev.producerdiscovery.monitor.queues;

import org.jspecify.annotations.NullMarked;
