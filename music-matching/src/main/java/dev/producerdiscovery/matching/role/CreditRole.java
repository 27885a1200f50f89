package dev.producerdiscovery.matching.role;

import org.jspecify.annotations.Nullable;

/**
 * What a source's label says.
 *
 * @param role the role to store
 * @param title the exact job ("assistant mixing engineer"); for unknown labels the label itself in lower case
 * @param family the kind of work
 * @param known false when no table has the label: it is stored as {@link Role#OTHER}, and worth reporting
 */
public record CreditRole(Role role, String title, Family family, boolean known) {

    /** Kinds of work, and the two kinds of label that credit nobody with work on the music. */
    public enum Family {
        PRODUCTION,
        WRITING,
        ENGINEERING,
        ARRANGEMENT,
        PERFORMANCE,
        /** Work on a video, a cover, a business. */
        BESIDE_THE_MUSIC,
        /** The entry names a company, a place or a genre, and no person at all. */
        NOT_A_PERSON,
        UNKNOWN
    }

    static CreditRole of(Role role, String title, Family family) {
        return new CreditRole(role, title, family, true);
    }

    static CreditRole unknown(@Nullable String label) {
        return new CreditRole(Role.OTHER, label == null ? "" : label, Family.UNKNOWN, false);
    }

    /** False for labels whose entries are companies, places or genres: those must not become people. */
    public boolean isPerson() {
        return family != Family.NOT_A_PERSON;
    }

    /** True for work on the music worth keeping as a credit. */
    public boolean isMusicCredit() {
        return family != Family.NOT_A_PERSON && family != Family.BESIDE_THE_MUSIC;
    }

    /** True for those who make a recording; players and singers are heard on it and are not among them. */
    public boolean isBehindTheRecording() {
        return switch (family) {
            case PRODUCTION, WRITING, ENGINEERING, ARRANGEMENT -> true;
            case PERFORMANCE, BESIDE_THE_MUSIC, NOT_A_PERSON, UNKNOWN -> false;
        };
    }

    /** True for any production role, executives included. */
    public boolean isMusicProducer() {
        return family == Family.PRODUCTION;
    }
}
