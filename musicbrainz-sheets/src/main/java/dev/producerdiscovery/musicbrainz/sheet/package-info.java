/**
 * What MusicBrainz says of the tracks of its releases and who made them: read with a call that serves everybody, kept for
 * all stages, or taken from a dump that was imported.
 */
@NullMarked
package dev.producerdiscovery.musicbrainz.sheet;

import org.jspecify.annotations.NullMarked;
