package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.search.Words;
import java.util.List;
import java.util.Locale;

/**
 * A person or a group with one identity across all providers, whether on stage or behind the desk.
 *
 * @param key unique within the catalogue
 * @param disambiguation what tells namesakes apart at MusicBrainz, empty where nothing is needed
 * @param members of a collective
 */
public record Contributor(
        String key,
        Kind kind,
        Names names,
        ProviderIds ids,
        String disambiguation,
        Profile profile,
        List<Contributor> members) {

    public enum Kind {
        PERSON,
        GROUP
    }

    public String name() {
        return names.name();
    }

    /** The address of the page at Genius, which is what other sources link to. */
    public String geniusPage() {
        String slug =
                Words.fold(names.genius()).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return "https://genius.com/artists/" + slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1);
    }
}
