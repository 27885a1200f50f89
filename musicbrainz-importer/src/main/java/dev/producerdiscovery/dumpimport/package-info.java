/** Imports MusicBrainz' JSON dumps: what says who made a recording, and by what the recording is found. */
@NullMarked
package dev.producerdiscovery.dumpimport;

import org.jspecify.annotations.NullMarked;
