package dev.producerdiscovery.simulator.truth;

import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Role;
import dev.producerdiscovery.simulator.catalogue.Source;
import java.util.Set;

/**
 * A credit that can be found.
 *
 * @param sources those through which it can be found; never empty
 * @param wholeRelease told of the release as a whole, not of this song
 */
public record KnownCredit(Contributor who, Role role, Set<Source> sources, boolean wholeRelease) {}
