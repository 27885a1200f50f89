package dev.producerdiscovery.simulator.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page at Genius.
 *
 * @param artist under whose name the page stands: the act, a tribute act, or Genius' own translators
 * @param recording what the page is about; null for pages that are about no recording
 * @param credits those that the page tells
 * @param spotifyTrack the track that the page links to, null where nobody entered one
 * @param prominence above 1 where the page outranks the song that was meant
 */
public record LyricsPage(
        long id,
        String title,
        Contributor artist,
        List<Contributor> coArtists,
        List<Contributor> featured,
        @Nullable Recording recording,
        List<Credit> credits,
        @Nullable String spotifyTrack,
        String releaseDate,
        String album,
        double prominence) {

    /** Everybody whom the page links to, each once. */
    Set<Contributor> people() {
        Set<Contributor> people = new LinkedHashSet<>(List.of(artist));
        people.addAll(coArtists);
        people.addAll(featured);
        credits.forEach(credit -> people.add(credit.who()));
        return people;
    }
}
