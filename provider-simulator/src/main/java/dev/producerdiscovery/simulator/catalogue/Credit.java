package dev.producerdiscovery.simulator.catalogue;

import java.util.Set;

/**
 * Somebody's part in a recording or release.
 *
 * @param printedAs how MusicBrainz says the sleeve prints the name; empty where it is the usual name
 * @param statedBy the sources that tell it; never empty
 */
public record Credit(Contributor who, Role role, String printedAs, Set<Source> statedBy) {

    public boolean statedBy(Source source) {
        return statedBy.contains(source);
    }
}
