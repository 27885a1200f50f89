package dev.producerdiscovery.simulator.spotify;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.search.Lazy;
import dev.producerdiscovery.simulator.search.TextIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds as Spotify's search does: forgiving, and with copies before what they copy. Thread-safe. */
@Component
class SpotifySearch {

    private static final double COPIES_FIRST = 1.4;

    private final Catalogue catalogue;
    private final Lazy<TextIndex<Act>> artists;
    private final Lazy<TextIndex<Release>> albums;
    private final Lazy<TextIndex<Placed>> tracks;

    SpotifySearch(Catalogue catalogue) {
        this.catalogue = catalogue;
        artists = new Lazy<>(() -> new TextIndex<>(catalogue.acts(), Act::name, SpotifySearch::prominence));
        albums = new Lazy<>(() -> new TextIndex<>(
                catalogue.releases(), release -> release.name() + " " + names(release.acts()), release -> 1));
        tracks = new Lazy<>(() -> new TextIndex<>(
                catalogue.tracks().stream()
                        .sorted(Comparator.comparing(placed -> placed.track().spotifyId()))
                        .toList(),
                placed -> placed.track().title() + " " + names(placed.track().acts()) + " "
                        + placed.release().name(),
                placed -> 1));
    }

    List<Act> artists(SearchQuery query) {
        return artists.get().find(query.text());
    }

    List<Release> albums(SearchQuery query) {
        String upc = query.filters().get("upc");
        List<Release> found = upc == null
                ? albums.get().find(query.text())
                : catalogue.releases().stream()
                        .filter(release -> upc.equals(release.upc()))
                        .toList();
        return found.stream().filter(release -> from(release, query)).toList();
    }

    List<Placed> tracks(SearchQuery query) {
        String isrc = query.filters().get("isrc");
        List<Placed> found = isrc == null
                ? tracks.get().find(query.text())
                : catalogue.recordingsWith(isrc.toUpperCase(Locale.ROOT)).stream()
                        .flatMap(recording -> catalogue.tracksOf(recording).stream())
                        .filter(placed -> isrc.equalsIgnoreCase(placed.track().isrc()))
                        .toList();
        return found.stream().filter(placed -> from(placed.release(), query)).toList();
    }

    private static boolean from(Release release, SearchQuery query) {
        return release.date().startsWith(query.filters().getOrDefault("year", ""));
    }

    private static String names(List<Act> acts) {
        return acts.stream().map(Act::name).collect(Collectors.joining(" "));
    }

    private static double prominence(Act act) {
        return switch (act.kind()) {
            case TRIBUTE -> COPIES_FIRST;
            case ARTIST, NAMESAKE -> 1 + act.popularity() / 1_000.0;
            case GUEST, VARIOUS -> 0.95;
        };
    }
}
