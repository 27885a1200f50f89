/** Puts the rooms of the engine together: a lane for each queue, and what drives all of them. */
@NullMarked
package dev.producerdiscovery.worker.engine.running;

import org.jspecify.annotations.NullMarked;
