/** Keeps what this process has in hand from others, and tells them that it lives. */
@NullMarked
package dev.producerdiscovery.worker.engine.leases;

import org.jspecify.annotations.NullMarked;
