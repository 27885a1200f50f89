package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.search.Lazy;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalogue as MusicBrainz arranges it. Thread-safe. */
@Component
class Shelves {

    private static final String TRACK = "https://open.spotify.com/track/";

    private final Catalogue catalogue;
    private final Lazy<Editions> editions;
    private final Lazy<ArtistLists> lists;
    private final Lazy<FormerIds> formerIds;

    Shelves(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.editions = new Lazy<>(() -> new Editions(catalogue));
        this.lists = new Lazy<>(() -> new ArtistLists(catalogue, editions.get()));
        this.formerIds = new Lazy<>(() -> new FormerIds(catalogue));
    }

    Editions editions() {
        return editions.get();
    }

    ArtistLists lists() {
        return lists.get();
    }

    FormerIds formerIds() {
        return formerIds.get();
    }

    MusicBrainzRenderer renderer(Inc inc) {
        return new MusicBrainzRenderer(inc, this::links);
    }

    /** Half of the tracks have a link: nobody enters them all. */
    private List<String> links(Recording recording) {
        return catalogue.tracksOf(recording).stream()
                .map(placed -> placed.track().spotifyId())
                .filter(id -> id.hashCode() % 2 == 0)
                .map(TRACK::concat)
                .toList();
    }
}
