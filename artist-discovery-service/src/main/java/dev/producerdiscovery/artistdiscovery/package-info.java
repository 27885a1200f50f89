/**
 * Stage 1 of the pipeline and its front door: takes an artist's name or id over HTTP or from the queue, opens the
 * discovery run, and settles on one artist of Spotify or MusicBrainz, or says why it cannot.
 */
@NullMarked
package dev.producerdiscovery.artistdiscovery;

import org.jspecify.annotations.NullMarked;
