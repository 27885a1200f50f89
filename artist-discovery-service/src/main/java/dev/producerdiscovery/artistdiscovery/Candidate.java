package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.provider.musicbrainz.MbArtist;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzLinks;
import dev.producerdiscovery.provider.spotify.SpotifyArtist;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several artists who could be meant, with what helps a person to tell them apart.
 *
 * @param years of a life or a band, such as {@code 1985–1993}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Candidate(
        String id,
        String name,
        @Nullable Integer followers,
        List<String> genres,
        @Nullable String picture,
        @Nullable String link,
        @Nullable String disambiguation,
        @Nullable String country,
        @Nullable String years) {

    private static final int YEAR = 4;

    static Candidate of(SpotifyArtist artist) {
        return new Candidate(
                artist.id(),
                artist.name(),
                artist.followers(),
                artist.genres(),
                artist.imageUrl(),
                artist.url(),
                null,
                null,
                null);
    }

    static Candidate of(MbArtist artist) {
        return new Candidate(
                artist.id(),
                artist.name(),
                null,
                List.of(),
                null,
                MusicBrainzLinks.artistUrl(artist.id()),
                artist.disambiguation(),
                artist.country(),
                years(artist));
    }

    private static @Nullable String years(MbArtist artist) {
        String years = year(artist.begin()) + "–" + year(artist.end());
        return years.length() == 1 ? null : years;
    }

    private static String year(@Nullable String date) {
        return date == null || date.length() < YEAR ? "" : date.substring(0, YEAR);
    }
}
