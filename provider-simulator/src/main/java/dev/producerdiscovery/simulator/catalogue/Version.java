package dev.producerdiscovery.simulator.catalogue;

/**
 * How a recording differs from the song's original one.
 *
 * @param label what titles add, such as "Live at Tarn Hall"; empty for the original
 */
public record Version(Kind kind, String label) {

    static final Version ORIGINAL = new Version(Kind.ORIGINAL, "");

    public enum Kind {
        ORIGINAL(true),
        RADIO_EDIT(true),
        REMIX(false),
        LIVE(false),
        ACOUSTIC(false),
        COVER(false);

        private final boolean sameMakers;

        Kind(boolean sameMakers) {
            this.sameMakers = sameMakers;
        }

        /** False where other people made it than made the original. */
        public boolean sameMakers() {
            return sameMakers;
        }
    }
}
