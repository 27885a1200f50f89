package dev.producerdiscovery.simulator.catalogue;

import java.util.List;

/**
 * What was written, whoever records it.
 *
 * @param featured guests on the original recording
 * @param workMbid its id as a work at MusicBrainz
 */
public record Composition(String key, String title, List<Act> acts, List<Act> featured, String workMbid) {}
