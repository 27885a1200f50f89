/** Decides when a queue is looked at and how much of it may be read, and reads it. */
@NullMarked
package dev.producerdiscovery.worker.engine.intake;

import org.jspecify.annotations.NullMarked;
