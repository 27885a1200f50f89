/** Saves work that was done before. Advisory: what it remembers is believed only if the database agrees. */
@NullMarked
package dev.producerdiscovery.worker.dedup;

import org.jspecify.annotations.NullMarked;
