/** Hands messages to their handlers, and sorts what comes of it. */
@NullMarked
package dev.producerdiscovery.worker.engine.handling;

import org.jspecify.annotations.NullMarked;
