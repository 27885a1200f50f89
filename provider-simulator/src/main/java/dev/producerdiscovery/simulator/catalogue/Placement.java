package dev.producerdiscovery.simulator.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording's place on a release at Spotify.
 *
 * @param title as Spotify prints it, with features and versions; empty after a takedown
 * @param isrc null for the few tracks without one
 */
public record Placement(
        String spotifyId,
        String title,
        Recording recording,
        @Nullable String isrc,
        int lengthMs,
        int disc,
        int number,
        List<Act> acts,
        boolean explicit) {}
