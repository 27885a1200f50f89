package dev.producerdiscovery.albumdiscovery;

import java.util.UUID;

/** Whose albums are listed. */
record Artist(UUID id, String spotifyId) {}
