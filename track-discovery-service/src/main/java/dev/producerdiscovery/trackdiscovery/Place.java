package dev.producerdiscovery.trackdiscovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a track of a page belongs.
 *
 * @param turn when it is sorted into songs, as {@link CataloguedTrack} has it
 * @param artistId among whose songs it is by now; null for a track that is new
 * @param songId which of them it is
 */
record Place(String turn, @Nullable UUID artistId, @Nullable UUID songId) {}
