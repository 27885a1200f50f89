package dev.producerdiscovery.trackdiscovery;

import java.util.UUID;

/** Among which artist's songs a stored track is, and in which of them. */
record Place(UUID artistId, UUID songId) {}
