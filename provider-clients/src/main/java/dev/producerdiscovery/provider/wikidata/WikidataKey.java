package dev.producerdiscovery.provider.wikidata;

/** By which identifier a person is looked up. */
public enum WikidataKey {
    SPOTIFY_ARTIST("P1902"),
    MUSICBRAINZ_ARTIST("P434"),
    DISCOGS_ARTIST("P1953"),
    /** Wikidata's own id, for example of a link that MusicBrainz has. */
    ITEM("");

    private final String property;

    WikidataKey(String property) {
        this.property = property;
    }

    /** The pattern that binds {@code ?person} for the ids in {@code ?key}. */
    String pattern() {
        return this == ITEM
                ? "bind(iri(concat(\"http://www.wikidata.org/entity/\", ?key)) as ?person)"
                : "?person wdt:" + property + " ?key .";
    }
}
