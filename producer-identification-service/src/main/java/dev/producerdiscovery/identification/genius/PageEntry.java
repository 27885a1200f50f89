package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.matching.match.SongQuery;
import dev.producerdiscovery.provider.genius.GeniusArtistRef;
import dev.producerdiscovery.provider.genius.GeniusHit;
import java.util.List;
import java.util.Locale;

/**
 * A page as a search or a list shows it.
 *
 * @param artists whose page it is, without guests
 */
record PageEntry(long id, String title, List<String> artists) {

    PageEntry {
        artists = List.copyOf(artists);
    }

    static PageEntry of(GeniusHit hit) {
        return new PageEntry(
                hit.id(),
                hit.title(),
                hit.primaryArtists().stream().map(GeniusArtistRef::name).toList());
    }

    SongQuery asSong() {
        return SongQuery.of(title, artists);
    }

    /** Translations and the like sit under pages such as "Genius Translations". */
    boolean bearsGeniusName() {
        return artists.stream()
                .anyMatch(artist -> artist.toLowerCase(Locale.ROOT).startsWith("genius "));
    }
}
