package dev.producerdiscovery.albumdiscovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose albums are listed. */
record Artist(UUID id, @Nullable String spotifyId, @Nullable String musicbrainzId) {}
