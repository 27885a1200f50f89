package dev.producerdiscovery.simulator.catalogue;

/** The part that an act plays in its scene: which of the troubles of real catalogues it brings. */
enum Slot {
    /** Well known, and copied by tribute acts that rank before it. */
    HEADLINER,
    /** Shares its name with an act just as well known. */
    NAMESAKE,
    OTHER_SCRIPT,
    ACCENTED,
    DUO,
    /** Made an album together with the duo. */
    JOINT_ALBUM,
    /** MusicBrainz has never heard of it. */
    NOT_AT_MUSICBRAINZ,
    STYLISED,
    /** Genius has never heard of it. */
    NOT_AT_GENIUS,
    SELF_PRODUCED,
    DISC_JOCKEY,
    ORCHESTRA;

    static Slot of(Act act) {
        return of(act.number());
    }

    static Slot of(int number) {
        return values()[number % Scene.ACTS];
    }

    boolean copied() {
        return this == HEADLINER || this == ACCENTED || this == JOINT_ALBUM || this == NOT_AT_GENIUS;
    }
}
