package dev.producerdiscovery.provider.genius;

import dev.producerdiscovery.provider.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Genius' JSON as our records. */
final class GeniusReader {

    private static final Pattern SPOTIFY_TRACK =
            Pattern.compile("(?:spotify:track:|open\\.spotify\\.com/(?:intl-[a-z-]+/)?track/)([0-9A-Za-z]{22})");
    private static final Pattern ODD_SPACES = Pattern.compile("[\\u00A0\\u2007\\u202F\\s]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");

    private GeniusReader() {}

    static Optional<GeniusHit> hit(Json hit) {
        return listed(hit.at("result"));
    }

    /** A list ends where Genius says so, or with an empty page; a page that leads back ends it too. */
    static GeniusList list(Json response, int page, int size) {
        List<GeniusHit> songs = response.expectKey("next_page").requiredRows("songs", GeniusReader::listed);
        int rows = response.size("songs");
        Integer stated = response.integer("next_page");
        int next = stated != null ? stated : response.lacks("next_page") && rows >= size ? page + 1 : 0;
        return new GeniusList(songs, rows > 0 && next > page ? OptionalInt.of(next) : OptionalInt.empty());
    }

    private static Optional<GeniusHit> listed(Json song) {
        return song.number("id") == null
                ? Optional.empty()
                : Optional.of(new GeniusHit(
                        song.requiredNumber("id"),
                        clean(song.expected("title")),
                        cleanOrNull(song.text("artist_names")),
                        primaryArtists(song),
                        artists(song, "featured_artists"),
                        song.at("release_date_components").integer("year"),
                        song.text("url")));
    }

    static GeniusSong song(Json song) {
        song.expectKey("producer_artists")
                .expectKey("writer_artists")
                .expectKey("custom_performances")
                .expectKey("media")
                .expectKey("album")
                .expectKey("release_date")
                .expectKey("url");
        return new GeniusSong(
                song.requiredNumber("id"),
                clean(song.expected("title")),
                song.text("url"),
                song.text("release_date"),
                song.text("language"),
                song.has("album")
                        ? cleanOrNull(song.at("album").expectKey("name").text("name"))
                        : null,
                song.text("apple_music_id"),
                spotifyTracks(song),
                primaryArtists(song),
                artists(song, "featured_artists"),
                artists(song, "producer_artists"),
                artists(song, "writer_artists"),
                song.rows("custom_performances", GeniusReader::performance));
    }

    static GeniusArtist artist(Json artist) {
        artist.expectKey("alternate_names")
                .expectKey("image_url")
                .expectKey("instagram_name")
                .expectKey("twitter_name")
                .expectKey("facebook_name")
                .expectKey("description")
                .expectKey("url");
        return new GeniusArtist(
                artist.requiredNumber("id"),
                clean(artist.expected("name")),
                artist.texts("alternate_names").stream()
                        .map(GeniusReader::clean)
                        .toList(),
                artist.text("url"),
                image(artist),
                artist.text("instagram_name"),
                artist.text("twitter_name"),
                artist.text("facebook_name"),
                description(artist),
                Boolean.TRUE.equals(artist.flag("is_verified")),
                Boolean.TRUE.equals(artist.flag("translation_artist")));
    }

    private static Optional<GeniusPerformance> performance(Json json) {
        String label = json.text("label");
        return label == null
                ? Optional.empty()
                : Optional.of(new GeniusPerformance(clean(label), artists(json.expectKey("artists"), "artists")));
    }

    /** The list came in 2025; older bodies name one artist, who may stand for several. */
    private static List<GeniusArtistRef> primaryArtists(Json song) {
        List<GeniusArtistRef> artists = artists(song.expectKey("primary_artists"), "primary_artists");
        return artists.isEmpty()
                ? artistRef(song.expectKey("primary_artist").at("primary_artist")).stream()
                        .toList()
                : artists;
    }

    private static List<GeniusArtistRef> artists(Json json, String field) {
        return json.rows(field, GeniusReader::artistRef);
    }

    private static Optional<GeniusArtistRef> artistRef(Json json) {
        return json.number("id") == null
                ? Optional.empty()
                : Optional.of(new GeniusArtistRef(
                        json.requiredNumber("id"), clean(json.expected("name")), json.text("url"), image(json)));
    }

    private static List<String> spotifyTracks(Json song) {
        return song.rows("media", Optional::of).stream()
                .map(medium -> medium.text("native_uri") + " " + medium.text("url"))
                .map(SPOTIFY_TRACK::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
    }

    private static @Nullable String image(Json json) {
        String url = json.address("image_url");
        return url == null || url.contains("default_avatar") ? null : url;
    }

    /** "?" is what Genius has where nobody wrote anything. */
    private static @Nullable String description(Json artist) {
        if (!artist.has("description")) {
            return null;
        }
        String text = artist.at("description").expectKey("plain").text("plain");
        return text == null || text.strip().equals("?") ? null : text.strip();
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /** Titles and names hold no-break spaces and zero-width characters, which make equal names differ. */
    private static String clean(String text) {
        return ODD_SPACES
                .matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
