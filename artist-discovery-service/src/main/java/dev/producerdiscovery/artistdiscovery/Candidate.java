package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.provider.spotify.SpotifyArtist;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several artists who could be meant, with what helps a person to tell them apart. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Candidate(
        String id,
        String name,
        @Nullable Integer followers,
        List<String> genres,
        @Nullable String picture,
        @Nullable String link) {

    static Candidate of(SpotifyArtist artist) {
        return new Candidate(
                artist.id(), artist.name(), artist.followers(), artist.genres(), artist.imageUrl(), artist.url());
    }
}
