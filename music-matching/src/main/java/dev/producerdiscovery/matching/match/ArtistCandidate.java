package dev.producerdiscovery.matching.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artist that a provider offers.
 *
 * @param name as the provider writes it
 * @param aliases other names the provider knows
 * @param followers null when the provider does not say
 * @param popularity 0 to 100, null when the provider does not say
 */
public record ArtistCandidate(
        String name,
        List<String> aliases,
        @Nullable Integer followers,
        @Nullable Integer popularity) {

    public ArtistCandidate {
        aliases = List.copyOf(aliases);
    }

    /** An artist of whom only the name is known. */
    public static ArtistCandidate of(String name) {
        return new ArtistCandidate(name, List.of(), null, null);
    }
}
