/** A message from its text to what this process has of it in hand. */
@NullMarked
package dev.producerdiscovery.worker.engine.message;

import org.jspecify.annotations.NullMarked;
