/**
 * Stage 4: finds out who produced and wrote a song. The worker loads the song, lets the plan ask the sources, and
 * settles evidence, producers and credits together with the next messages.
 */
@NullMarked
package dev.producerdiscovery.identification;

import org.jspecify.annotations.NullMarked;
