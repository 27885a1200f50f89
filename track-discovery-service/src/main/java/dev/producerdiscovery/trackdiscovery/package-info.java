/**
 * Stage 3 of the pipeline: stores an album's tracks, a page at a time, groups them into songs, and sends each song whose
 * makers are not known yet on to have them found.
 */
@NullMarked
package dev.producerdiscovery.trackdiscovery;

import org.jspecify.annotations.NullMarked;
