package dev.producerdiscovery.simulator.spotify;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Placement;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Web API's objects. Development Mode lacks what was removed for it in February 2026.
 *
 * @param api the address of the Web API, for links
 * @see <a href="https://developer.spotify.com/documentation/web-api/references/changes/february-2026">the changes</a>
 */
record SpotifyRenderer(String api, boolean developmentMode) {

    private static final int EMBEDDED_TRACKS = 50;
    private static final List<String> MARKETS = List.of("DE", "GB", "US");

    Map<String, @Nullable Object> artist(Act act) {
        Map<String, @Nullable Object> artist = reference("artist", act.spotifyId(), act.name());
        artist.put("images", act.pictured() ? images(act.spotifyId()) : List.of());
        if (!developmentMode) {
            artist.put("followers", Json.object("href", null, "total", act.followers()));
            artist.put("genres", act.genres());
            artist.put("popularity", act.popularity());
        }
        return artist;
    }

    /** A row of an artist's albums. */
    Map<String, @Nullable Object> albumOf(Act act, Release release) {
        Map<String, @Nullable Object> album = album(release);
        if (!developmentMode) {
            album.put("album_group", release.groupFor(act));
        }
        return album;
    }

    Map<String, @Nullable Object> album(Release release) {
        Map<String, @Nullable Object> album = reference("album", release.spotifyId(), release.name());
        album.put("album_type", release.kind().name().toLowerCase(Locale.ROOT));
        album.put("total_tracks", release.tracks().size());
        album.put("images", release.takenDown() ? List.of() : images(release.spotifyId()));
        album.put("release_date", release.date());
        album.put("release_date_precision", precision(release.date()));
        album.put("artists", artists(release.acts()));
        if (release.takenDown()) {
            album.put("restrictions", Map.of("reason", "market"));
        }
        if (!developmentMode) {
            album.put("available_markets", release.takenDown() ? List.of() : MARKETS);
        }
        return album;
    }

    Map<String, @Nullable Object> fullAlbum(Release release) {
        Map<String, @Nullable Object> album = album(release);
        Paging first = new Paging(api + "/albums/" + release.spotifyId() + "/tracks", EMBEDDED_TRACKS, 0);
        album.put("tracks", first.page(release.tracks(), this::track));
        album.put("copyrights", List.of(Map.of("text", release.label(), "type", "P")));
        album.put("external_ids", release.upc() == null ? Map.of() : Map.of("upc", release.upc()));
        album.put("genres", List.of());
        if (!developmentMode) {
            album.put("label", release.label());
            album.put("popularity", 10 + release.tracks().size());
        }
        return album;
    }

    /** A row of an album's tracks: without codes. */
    Map<String, @Nullable Object> track(Placement track) {
        Map<String, @Nullable Object> row = reference("track", track.spotifyId(), track.title());
        row.put("artists", artists(track.acts()));
        row.put("disc_number", track.disc());
        row.put("duration_ms", track.lengthMs());
        row.put("explicit", track.explicit());
        row.put("is_local", false);
        row.put("preview_url", null);
        row.put("track_number", track.number());
        if (!developmentMode) {
            row.put("available_markets", MARKETS);
        }
        return row;
    }

    Map<String, @Nullable Object> fullTrack(Placed placed) {
        Map<String, @Nullable Object> track = track(placed.track());
        @Nullable String isrc = placed.track().isrc();
        track.put("album", album(placed.release()));
        track.put("external_ids", isrc == null ? Map.of() : Map.of("isrc", isrc));
        if (!developmentMode) {
            track.put("popularity", 20 + placed.track().lengthMs() % 60);
        }
        return track;
    }

    private List<Map<String, @Nullable Object>> artists(List<Act> acts) {
        return acts.stream()
                .map(act -> reference("artist", act.spotifyId(), act.name()))
                .toList();
    }

    private Map<String, @Nullable Object> reference(String type, String id, String name) {
        return Json.object(
                "external_urls",
                Map.of("spotify", "https://open.spotify.com/" + type + "/" + id),
                "href",
                api + "/" + type + "s/" + id,
                "id",
                id,
                "name",
                name,
                "type",
                type,
                "uri",
                "spotify:" + type + ":" + id);
    }

    private static List<Map<String, @Nullable Object>> images(String id) {
        String url = "https://images.example/" + id;
        return List.of(
                Json.object("url", url + "-640.jpg", "height", 640, "width", 640),
                Json.object("url", url + ".jpg", "height", null, "width", null));
    }

    private static String precision(String date) {
        return switch (date.length()) {
            case 4 -> "year";
            case 7 -> "month";
            default -> "day";
        };
    }
}
