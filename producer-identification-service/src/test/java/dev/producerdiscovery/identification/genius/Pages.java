package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.provider.genius.GeniusArtistRef;
import dev.producerdiscovery.provider.genius.GeniusHit;
import dev.producerdiscovery.provider.genius.GeniusPerformance;
import dev.producerdiscovery.provider.genius.GeniusSong;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Made-up Genius hits and pages. */
final class Pages {

    private Pages() {}

    static GeniusHit hit(String title, String... artists) {
        return new GeniusHit(1, title, null, artists(artists), List.of(), 2015, null);
    }

    static GeniusSong page(@Nullable String album, @Nullable String date, String... spotifyIds) {
        return page(album, date, List.of(spotifyIds), List.of(), List.of());
    }

    static GeniusSong credits(List<String> producers, GeniusPerformance... performances) {
        return page(null, null, List.of(), artists(producers.toArray(String[]::new)), List.of(performances));
    }

    static GeniusPerformance performance(String label, String... artists) {
        return new GeniusPerformance(label, artists(artists));
    }

    private static GeniusSong page(
            @Nullable String album,
            @Nullable String date,
            List<String> spotifyIds,
            List<GeniusArtistRef> producers,
            List<GeniusPerformance> performances) {
        return new GeniusSong(
                1,
                "Harbour Lights",
                "https://genius.com/1",
                date,
                "en",
                album,
                null,
                spotifyIds,
                artists("The Tin Foxes"),
                List.of(),
                producers,
                List.of(),
                performances);
    }

    private static List<GeniusArtistRef> artists(String... names) {
        return Stream.of(names)
                .map(name -> new GeniusArtistRef(name.length(), name, null, null))
                .toList();
    }
}
