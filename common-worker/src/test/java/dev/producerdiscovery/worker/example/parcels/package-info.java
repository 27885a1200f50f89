/** Another pipeline on the engine alone: what docs/engine.md shows. */
@NullMarked
package dev.producerdiscovery.worker.example.parcels;

import org.jspecify.annotations.NullMarked;
