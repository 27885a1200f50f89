package dev.producerdiscovery.simulator.catalogue;

/** What somebody did on a recording. */
public enum Role {
    PRODUCER("producer"),
    CO_PRODUCER("co-producer"),
    ADDITIONAL("additional"),
    EXECUTIVE("executive"),
    VOCAL_PRODUCER("vocal producer"),
    REMIXER("remixer"),
    PROGRAMMER("programmer"),
    MIXER("mixer"),
    ENGINEER("engineer"),
    WRITER("writer"),
    COMPOSER("composer"),
    LYRICIST("lyricist");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The word that the pipeline's database uses for this role. */
    public String label() {
        return label;
    }

    /** The roles that make somebody a producer of the song. */
    public boolean produces() {
        return this == PRODUCER || this == CO_PRODUCER || this == ADDITIONAL;
    }

    /** Written into the composition, not into a recording of it. */
    public boolean writes() {
        return this == WRITER || this == COMPOSER || this == LYRICIST;
    }
}
