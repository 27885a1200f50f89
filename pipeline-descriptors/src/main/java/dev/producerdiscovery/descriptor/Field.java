package dev.producerdiscovery.descriptor;

/**
 * A field of a message.
 *
 * @param required whether a message without it is dead
 * @param meaning for people, in Markdown
 */
public record Field(String name, boolean required, String meaning) {

    static Field needs(String name, String meaning) {
        return new Field(name, true, meaning);
    }

    static Field may(String name, String meaning) {
        return new Field(name, false, meaning);
    }

    /** True where songs that are known already are to be looked at again, in all stages from there on. */
    static Field refresh() {
        return may("refresh", "true asks again about songs that are identified");
    }

    /** Where the stages that list look; the later ones ask whoever names makers. */
    static Field catalogue() {
        return may(
                "catalogue",
                "`spotify` or `musicbrainz`: where to look; Spotify where it can be asked, else MusicBrainz");
    }
}
