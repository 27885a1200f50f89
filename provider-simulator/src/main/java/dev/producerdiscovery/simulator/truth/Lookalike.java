package dev.producerdiscovery.simulator.truth;

import dev.producerdiscovery.simulator.catalogue.Contributor;

/**
 * Somebody who must not be credited with a song.
 *
 * @param because what makes a careless match take them for its makers
 */
public record Lookalike(Contributor who, String because) {}
