package dev.producerdiscovery.albumdiscovery;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which albums count as an artist's own.
 *
 * @param groups any of album, single, compilation and appears_on. The last two bring whole albums of other people; of
 *     those only the tracks that credit the artist are kept; MusicBrainz lists no {@code appears_on}
 * @param listAgainAfter how long a list of MusicBrainz is used without reading it again
 * @param releaseValidFor how long the tracks that came with it are used without reading them again
 */
@ConfigurationProperties("producer-discovery.album-discovery")
record AlbumDiscoveryProperties(
        @DefaultValue({"album", "single"}) Set<String> groups,
        @DefaultValue("1d") Duration listAgainAfter,
        @DefaultValue("90d") Duration releaseValidFor) {

    private static final Set<String> KNOWN = Set.of("album", "single", "compilation", "appears_on");

    AlbumDiscoveryProperties {
        if (groups.isEmpty() || !KNOWN.containsAll(groups)) {
            throw new IllegalArgumentException(
                    "producer-discovery.album-discovery.groups must name some of " + KNOWN + ", but is " + groups);
        }
    }
}
