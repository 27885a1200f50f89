package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spotify's JSON as our records. What every mode gives is expected, the rest optional. */
final class SpotifyReader {

    private static final Pattern OFFSET = Pattern.compile("[?&]offset=(\\d{1,9})(?:&|$)");
    /** Nobody has that many albums: a list that goes on beyond is one that repeats itself. */
    private static final int LAST_OFFSET = 5_000;

    private SpotifyReader() {}

    static SpotifyArtist artist(Json json) {
        json.expectKey("images").expectKey("external_urls");
        if (json.has("followers") || json.has("popularity")) {
            // Development Mode leaves them all out.
            json.expectKey("popularity")
                    .expectKey("genres")
                    .expectKey("followers")
                    .at("followers")
                    .expectKey("total");
        }
        return new SpotifyArtist(
                json.required("id"),
                json.expected("name"),
                json.at("followers").integer("total"),
                json.integer("popularity"),
                json.texts("genres"),
                image(json),
                json.at("external_urls").text("spotify"));
    }

    static Optional<SpotifyArtist> artistRow(Json json) {
        return json.has("id") ? Optional.of(artist(json)) : Optional.empty();
    }

    /** An album with its UPC and first tracks. */
    static SpotifyAlbum fullAlbum(Json json) {
        Json first = json.expectKey("external_ids").at("tracks").expectKey("items");
        SpotifyPage<SpotifyTrack> tracks = first.has("items") ? page(first, 0, SpotifyReader::trackRow) : null;
        return album(json, tracks);
    }

    static Optional<SpotifyAlbum> fullAlbumRow(Json json) {
        return json.has("id") ? Optional.of(fullAlbum(json)) : Optional.empty();
    }

    static Optional<SpotifyAlbum> albumRow(Json json) {
        return json.has("id") ? Optional.of(album(json, null)) : Optional.empty();
    }

    private static SpotifyAlbum album(Json json, @Nullable SpotifyPage<SpotifyTrack> tracks) {
        json.expectKey("release_date")
                .expectKey("release_date_precision")
                .expectKey("images")
                .expectKey("album_type")
                .expectKey("total_tracks");
        return new SpotifyAlbum(
                json.required("id"),
                json.expected("name"),
                json.text("album_type"),
                json.text("album_group"),
                json.integer("total_tracks"),
                json.text("release_date"),
                json.text("release_date_precision"),
                image(json),
                json.at("external_ids").text("upc"),
                json.text("label"),
                artists(json),
                tracks);
    }

    static SpotifyTrack fullTrack(Json json) {
        json.expectKey("external_ids");
        return track(json);
    }

    static Optional<SpotifyTrack> fullTrackRow(Json json) {
        return json.has("id") ? Optional.of(fullTrack(json)) : Optional.empty();
    }

    static Optional<SpotifyTrack> trackRow(Json json) {
        return json.has("id") ? Optional.of(track(json)) : Optional.empty();
    }

    private static SpotifyTrack track(Json json) {
        json.expectKey("duration_ms")
                .expectKey("disc_number")
                .expectKey("track_number")
                .expectKey("explicit");
        return new SpotifyTrack(
                json.required("id"),
                json.expected("name"),
                json.integer("duration_ms"),
                json.integer("disc_number"),
                json.integer("track_number"),
                json.flag("explicit"),
                json.at("external_ids").text("isrc"),
                json.integer("popularity"),
                json.text("preview_url"),
                artists(json));
    }

    /**
     * A page of a list. It ends where Spotify says so, and also where an empty page still has a next one or the next one
     * does not lie ahead: both happen, and would go on for ever.
     */
    static <T> SpotifyPage<T> page(Json json, int offset, Function<Json, Optional<T>> row) {
        json.expectKey("next");
        List<T> items = json.requiredRows("items", row);
        int rows = json.size("items");
        Integer total = json.integer("total");
        int next = nextOffset(json, offset + rows, total);
        boolean ends = rows == 0 || next <= offset || next > LAST_OFFSET;
        return new SpotifyPage<>(items, ends ? OptionalInt.empty() : OptionalInt.of(next), total);
    }

    /** Not ahead of the page when there is none. */
    private static int nextOffset(Json page, int behindThisPage, @Nullable Integer total) {
        String next = page.text("next");
        if (next != null) {
            Matcher matcher = OFFSET.matcher(next);
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : behindThisPage;
        }
        return page.lacks("next") && total != null && behindThisPage < total ? behindThisPage : -1;
    }

    private static List<SpotifyArtistRef> artists(Json json) {
        return json.expectedRows(
                "artists",
                artist ->
                        Optional.of(new SpotifyArtistRef(artist.expectKey("id").text("id"), artist.expected("name"))));
    }

    /** The first is the largest. */
    private static @Nullable String image(Json json) {
        List<String> urls = json.rows("images", image -> Optional.ofNullable(image.address("url")));
        return urls.isEmpty() ? null : urls.getFirst();
    }
}
