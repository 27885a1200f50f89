package dev.producerdiscovery.trackdiscovery;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Among whose songs the tracks of an album's page belong, and belonged.
 *
 * @param owner whose songs they are to be
 * @param namesakes who may turn out to be the owner, as only the other catalogue knows them
 * @param formers among whose songs tracks of the album or the page are by now
 */
record Ownership(UUID owner, Set<UUID> namesakes, Set<UUID> formers) {

    Set<UUID> all() {
        Set<UUID> all = new HashSet<>(namesakes);
        all.addAll(formers);
        all.add(owner);
        return all;
    }
}
