package dev.producerdiscovery.identification.evidence;

import dev.producerdiscovery.matching.role.Role;
import org.jspecify.annotations.Nullable;

/**
 * One claim: somebody did something for the song, says a source.
 *
 * @param printedName as the source prints it for this song
 * @param personName under which the source keeps the person; often the same
 * @param rawRole in the source's own words
 * @param personId the person at the source; null when the source only has names
 */
public record Credit(
        String printedName,
        String personName,
        String rawRole,
        Role role,
        @Nullable String personId,
        Match match) {

    /** True when the claim says who produced the song, which executives and engineers did not. */
    public boolean isProducing() {
        return role.producesSong();
    }
}
