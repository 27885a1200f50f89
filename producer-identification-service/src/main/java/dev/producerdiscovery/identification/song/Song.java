package dev.producerdiscovery.identification.song;

import dev.producerdiscovery.matching.title.Title;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One recording of a song, with all its tracks: what is found out about it holds for each of them.
 *
 * @param version stands for everything below; another one is another question to the sources
 * @param artist the artist it was discovered for; may be only a guest on it
 * @param title of its representative track, taken apart
 * @param hasNamesake whether the artist has another song of the same title, so that a title proves nothing
 * @param tracks never empty; those on large albums first, because a look at such an album serves most songs. The order
 *     depends on nothing but the tracks, because sources are asked about the first ones
 */
public record Song(
        UUID id,
        String version,
        UUID artistId,
        String artist,
        Title title,
        boolean hasNamesake,
        List<SongTrack> tracks) {

    public Song {
        tracks = List.copyOf(tracks);
    }

    /** Everybody credited as an artist on one of its tracks, main artists first; the discovered artist if nobody is. */
    public Set<String> artists() {
        Set<String> names = new LinkedHashSet<>();
        tracks.stream().flatMap(track -> track.artists().stream().limit(1)).forEach(names::add);
        tracks.stream().map(SongTrack::artists).flatMap(Collection::stream).forEach(names::add);
        return names.isEmpty() ? Set.of(artist) : names;
    }

    /** The artist whose song it is. */
    public String mainArtist() {
        return artists().iterator().next();
    }

    /** Its ISRCs, each once. */
    public List<String> isrcs() {
        return tracks.stream()
                .map(SongTrack::isrc)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** True when one of its tracks has that Spotify id. */
    public boolean isOnSpotifyAs(String spotifyId) {
        return tracks.stream().anyMatch(track -> Objects.equals(track.spotifyId(), spotifyId));
    }

    /** The name to call it by in a log or a reason. */
    public String label() {
        return mainArtist() + " – " + title.display();
    }
}
