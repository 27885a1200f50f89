package dev.producerdiscovery.musicbrainz.sheet;

import dev.producerdiscovery.matching.role.Role;

/**
 * A credit as MusicBrainz states it.
 *
 * @param printedName as credited there; the person's own name where that does not differ
 * @param rawRole the relation's type with its attributes
 * @param scope what MusicBrainz attaches it to
 */
public record SheetCredit(
        String personId, String personName, String printedName, String rawRole, Role role, Scope scope) {

    /** The entity a credit is attached to. */
    public enum Scope {
        RECORDING(1),
        WORK(1),
        /** Nobody knows to which of its tracks a release's credit applies. */
        RELEASE(0.6);

        private final double certainty;

        Scope(double certainty) {
            this.certainty = certainty;
        }

        public double certainty() {
            return certainty;
        }
    }
}
