package dev.producerdiscovery.simulator.genius;

import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Credit;
import dev.producerdiscovery.simulator.catalogue.LyricsPage;
import dev.producerdiscovery.simulator.catalogue.Role;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Songs and artists as Genius writes them. */
final class GeniusRenderer {

    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String ZERO_WIDTH_SPACE = "\u200b";

    private GeniusRenderer() {}

    static Map<String, @Nullable Object> hit(LyricsPage page) {
        return Json.object("index", "song", "type", "song", "highlights", List.of(), "result", summary(page));
    }

    /** A row of an artist's list. Some titles are written there with other spaces than on the page. */
    static Map<String, @Nullable Object> row(LyricsPage page) {
        Map<String, @Nullable Object> row = summary(page);
        if (page.id() % 5 == 0) {
            row.put("title", page.title().replace(" ", NO_BREAK_SPACE) + ZERO_WIDTH_SPACE);
        }
        return row;
    }

    private static Map<String, @Nullable Object> summary(LyricsPage page) {
        String artist = names(performers(page));
        String guests = page.featured().isEmpty() ? "" : " (Ft." + NO_BREAK_SPACE + names(page.featured()) + ")";
        String path = "/" + slug(artist + " " + page.title()) + "-lyrics";
        return Json.object(
                "id",
                page.id(),
                "title",
                page.title(),
                "title_with_featured",
                page.title() + guests,
                "full_title",
                page.title() + guests + " by" + NO_BREAK_SPACE + artist,
                "artist_names",
                artist + guests,
                "primary_artist_names",
                artist,
                "primary_artist",
                reference(page.artist()),
                "primary_artists",
                performers(page).stream().map(GeniusRenderer::reference).toList(),
                "featured_artists",
                page.featured().stream().map(GeniusRenderer::reference).toList(),
                "release_date_components",
                dateParts(page.releaseDate()),
                "url",
                "https://genius.com" + path,
                "path",
                path,
                "api_path",
                "/songs/" + page.id(),
                "lyrics_state",
                "complete",
                "pyongs_count",
                null,
                "stats",
                Json.object("unreviewed_annotations", 0, "hot", false),
                "header_image_url",
                "https://images.example/genius/" + page.id() + ".jpg",
                "song_art_image_url",
                "https://images.example/genius/" + page.id() + ".jpg");
    }

    static Map<String, @Nullable Object> song(LyricsPage page, List<String> formats) {
        Map<String, @Nullable Object> song = summary(page);
        song.put("album", page.album().isEmpty() ? null : Json.object("id", page.id(), "name", page.album()));
        song.put("release_date", page.releaseDate().length() == 10 ? page.releaseDate() : null);
        song.put("apple_music_id", null);
        song.put("recording_location", null);
        song.put("media", media(page));
        song.put("producer_artists", artists(page, Role.PRODUCER));
        song.put(
                "writer_artists",
                Stream.of(Role.WRITER, Role.COMPOSER, Role.LYRICIST)
                        .flatMap(role -> artists(page, role).stream())
                        .toList());
        song.put("custom_performances", performances(page));
        song.put("song_relationships", List.of());
        song.put("translation_songs", List.of());
        song.put("description", TextFormat.of("?", formats));
        return song;
    }

    static Map<String, @Nullable Object> artist(Contributor who, List<String> formats) {
        Map<String, @Nullable Object> artist = reference(who);
        boolean told = who.profile().instagramStatedBy().contains(Source.GENIUS);
        String bio = who.profile().bio();
        artist.put("alternate_names", alternateNames(who));
        artist.put("instagram_name", told ? who.profile().instagram() : null);
        artist.put("twitter_name", null);
        artist.put("facebook_name", null);
        artist.put("followers_count", 100 + who.key().length());
        artist.put("translation_artist", who.name().startsWith("Genius "));
        artist.put("user", null);
        artist.put("description", TextFormat.of(bio.isEmpty() ? "?" : bio, formats));
        return artist;
    }

    static List<Contributor> performers(LyricsPage page) {
        List<Contributor> performers = new ArrayList<>(List.of(page.artist()));
        performers.addAll(page.coArtists());
        return performers;
    }

    /** Beside people's parts these hold companies and jobs that only sound like producing. */
    private static List<Map<String, @Nullable Object>> performances(LyricsPage page) {
        List<Map<String, @Nullable Object>> performances = new ArrayList<>();
        for (Role role : Role.values()) {
            String label = label(role);
            List<Map<String, @Nullable Object>> people = label.isEmpty() ? List.of() : artists(page, role);
            if (!people.isEmpty()) {
                performances.add(Json.object("label", label, "artists", people));
            }
        }
        if (page.recording() != null && page.id() % 3 == 0) {
            Map<String, @Nullable Object> company = Json.object(
                    "id", page.id() + 50_000_000, "name", "Tarn Street Records", "api_path", "/artists/1", "url", "");
            performances.add(Json.object("label", "Label", "artists", List.of(company)));
            performances.add(Json.object("label", "Copyright ©", "artists", List.of(company)));
            performances.add(Json.object("label", "Production Manager", "artists", List.of(company)));
        }
        return performances;
    }

    private static String label(Role role) {
        return switch (role) {
            case CO_PRODUCER -> "Co-Producer";
            case ADDITIONAL -> "Additional Production";
            case EXECUTIVE -> "Executive Producer";
            case VOCAL_PRODUCER -> "Vocal Producer";
            case REMIXER -> "Remixer";
            case PROGRAMMER -> "Programmer";
            case MIXER -> "Mixing Engineer";
            case ENGINEER -> "Recording Engineer";
            case PRODUCER, WRITER, COMPOSER, LYRICIST -> "";
        };
    }

    private static List<Map<String, @Nullable Object>> artists(LyricsPage page, Role role) {
        return page.credits().stream()
                .filter(credit -> credit.role() == role)
                .map(Credit::who)
                .filter(who -> who.ids().genius() != null)
                .map(GeniusRenderer::reference)
                .toList();
    }

    private static Map<String, @Nullable Object> reference(Contributor who) {
        String image = who.profile().pictured()
                ? "https://images.example/genius/artist-" + who.ids().genius() + ".jpg"
                : "https://assets.genius.com/images/default_avatar_300.png";
        return Json.object(
                "id",
                who.ids().genius(),
                "name",
                who.names().genius(),
                "api_path",
                "/artists/" + who.ids().genius(),
                "url",
                who.geniusPage(),
                "image_url",
                image,
                "header_image_url",
                image,
                "is_verified",
                false,
                "is_meme_verified",
                false);
    }

    private static List<String> alternateNames(Contributor who) {
        return Stream.concat(Stream.of(who.name()), who.names().aliases().stream())
                .filter(name -> !name.equals(who.names().genius()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> media(LyricsPage page) {
        if (page.spotifyTrack() == null) {
            return List.of();
        }
        return List.of(Json.object(
                "provider",
                "spotify",
                "type",
                "audio",
                "url",
                "https://open.spotify.com/track/" + page.spotifyTrack(),
                "native_uri",
                "spotify:track:" + page.spotifyTrack()));
    }

    private static @Nullable Map<String, @Nullable Object> dateParts(String date) {
        if (date.length() < 10) {
            return null;
        }
        return Json.object(
                "year", Integer.valueOf(date.substring(0, 4)),
                "month", Integer.valueOf(date.substring(5, 7)),
                "day", Integer.valueOf(date.substring(8)));
    }

    private static String names(List<Contributor> people) {
        return people.stream().map(who -> who.names().genius()).collect(Collectors.joining(" & "));
    }

    private static String slug(String text) {
        return Words.fold(text).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
