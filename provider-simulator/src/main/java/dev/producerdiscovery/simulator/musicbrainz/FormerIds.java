package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Artists that were entered twice and then made one: the id that is gone leads to the one that stays. */
public final class FormerIds {

    private static final int ARTISTS_A_MERGER = 3;

    private final Map<String, String> staying = new HashMap<>();

    FormerIds(Catalogue catalogue) {
        for (Contributor who : catalogue.contributors()) {
            String former = of(who);
            if (former != null) {
                staying.put(former, String.valueOf(who.ids().mbid()));
            }
        }
    }

    /** The id that the artist had beside its own, null for most. */
    public static @Nullable String of(Contributor who) {
        String mbid = who.ids().mbid();
        return mbid == null || Math.floorMod(mbid.hashCode(), ARTISTS_A_MERGER) > 0 ? null : MbIds.of("former", mbid);
    }

    /** Nothing for an id that was never given up. */
    Optional<String> staying(String mbid) {
        return Optional.ofNullable(staying.get(mbid));
    }
}
