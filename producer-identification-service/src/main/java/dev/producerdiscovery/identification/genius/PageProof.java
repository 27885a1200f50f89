package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.title.TitleParser;
import dev.producerdiscovery.provider.genius.GeniusSong;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs what a page says beyond title and artist that it is about the song. */
final class PageProof {

    private static final double FUZZY = 0.9;

    /** Pages of remixes and live takes are few and thin, and one remix is easily taken for another. */
    private static final double OTHER_RECORDING = 0.8;

    private PageProof() {}

    static Match of(Song song, GeniusSong page, boolean fuzzyTitle) {
        if (page.spotifyTrackIds().stream().anyMatch(song::isOnSpotifyAs)) {
            return match("Spotify link on the page", 0.97, page);
        }
        Match match = isOnAlbum(song, page)
                ? match("title, artist and album", 0.93, page)
                : isFromYear(song, page)
                        ? match("title, artist and year", 0.9, page)
                        : match("title and artist", 0.85, page);
        boolean otherRecording = !song.title().recordingMarks().isEmpty();
        return match.weakened((fuzzyTitle ? FUZZY : 1) * (otherRecording ? OTHER_RECORDING : 1));
    }

    private static Match match(String kind, double strength, GeniusSong page) {
        return new Match(kind, strength, Long.toString(page.id()), page.url());
    }

    private static boolean isOnAlbum(Song song, GeniusSong page) {
        String album = page.albumName();
        return album != null
                && !album.isBlank()
                && song.tracks().stream().map(track -> track.album().name()).anyMatch(name -> isSame(name, album));
    }

    private static boolean isSame(String name, String other) {
        return !name.isBlank()
                && TitleParser.parse(name)
                        .songKey()
                        .equals(TitleParser.parse(other).songKey());
    }

    private static boolean isFromYear(Song song, GeniusSong page) {
        Integer year = year(page.releaseDate());
        return year != null
                && song.tracks().stream()
                        .map(SongTrack::album)
                        .map(SongTrack.Album::releaseYear)
                        .flatMap(Stream::ofNullable)
                        .anyMatch(ours -> Math.abs(ours - Objects.requireNonNull(year)) <= 1);
    }

    private static @Nullable Integer year(@Nullable String date) {
        return date != null && date.matches("\\d{4}.*") ? Integer.valueOf(date.substring(0, 4)) : null;
    }
}
