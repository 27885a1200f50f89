package dev.producerdiscovery.identification;

import dev.producerdiscovery.identification.plan.PlanOptions;
import dev.producerdiscovery.matching.role.Role;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this stage works.
 *
 * @param askAgainAfter how long "nobody is named there" stays an answer, and what Genius lists of an artist is used
 * @param refreshAfter how long an identified song is left alone
 * @param releaseValidFor how long a release or artist read from MusicBrainz is used without reading it again
 * @param releaseInMemory how long what the database keeps of releases, artists and lists is used without looking there again
 * @param maxReleases releases looked at for one song at most
 * @param maxListPages pages of an artist's list at Genius, of fifty songs each, that are read at most; never more than
 *     the artist has songs here. 0 for none: each song is searched for
 * @param confirm ask every source, also when a producer is found: more certainty, several times the calls
 * @param patience a cheap source that answers again within this time is waited for instead of asking a dearer one; so
 *     long, too, a song waits for the artist's other albums to be listed
 * @param enrichRoles whose profiles are looked for; none given: of those who produced the song
 * @param enrichAfter how old a profile may become before it is looked for again
 */
@ConfigurationProperties("producer-discovery.identification")
record IdentificationProperties(
        @DefaultValue("30d") Duration askAgainAfter,
        @DefaultValue("180d") Duration refreshAfter,
        @DefaultValue("90d") Duration releaseValidFor,
        @DefaultValue("1m") Duration releaseInMemory,
        @DefaultValue("3") int maxReleases,
        @DefaultValue("40") int maxListPages,
        @DefaultValue("false") boolean confirm,
        @DefaultValue("10m") Duration patience,

        @DefaultValue List<String> enrichRoles,
        @DefaultValue("30d") Duration enrichAfter) {

    IdentificationProperties {
        if (enrichRoles.isEmpty()) {
            enrichRoles = Role.producing();
        }
    }

    PlanOptions plan() {
        return new PlanOptions(confirm, patience);
    }
}
