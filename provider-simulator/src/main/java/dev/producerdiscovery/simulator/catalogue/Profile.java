package dev.producerdiscovery.simulator.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody can be reached.
 *
 * @param instagram the true handle, null where there is none
 * @param instagramStatedBy who tells the handle
 * @param account what stands behind the handle today
 */
public record Profile(
        @Nullable String instagram,
        Set<Source> instagramStatedBy,
        Account account,
        @Nullable String homepage,
        String bio,
        boolean pictured) {

    /** Instagram shows only professional accounts to others; a personal one looks like none at all. */
    public enum Account {
        PROFESSIONAL,
        PERSONAL,
        GONE
    }
}
