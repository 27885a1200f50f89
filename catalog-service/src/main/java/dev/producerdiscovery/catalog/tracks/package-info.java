/** Tracks: who is credited on one, and on what evidence. */
@NullMarked
package dev.producerdiscovery.catalog.tracks;

import org.jspecify.annotations.NullMarked;
