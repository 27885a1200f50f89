/** Answers as MusicBrainz' web service 2 does, in JSON. */
@NullMarked
package dev.producerdiscovery.simulator.musicbrainz;

import org.jspecify.annotations.NullMarked;
