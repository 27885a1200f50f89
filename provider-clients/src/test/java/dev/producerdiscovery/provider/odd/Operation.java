package dev.producerdiscovery.provider.odd;

import dev.producerdiscovery.provider.discogs.DiscogsClient;
import dev.producerdiscovery.provider.genius.GeniusClient;
import dev.producerdiscovery.provider.instagram.InstagramClient;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import dev.producerdiscovery.provider.wikidata.WikidataClient;
import dev.producerdiscovery.provider.wikidata.WikidataKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a client can be asked, each with a whole answer to it. */
enum Operation {
    SPOTIFY_SEARCH_ARTISTS,
    SPOTIFY_SEARCH_TRACKS,
    SPOTIFY_ARTIST,
    SPOTIFY_ALBUMS,
    SPOTIFY_ALBUM,
    SPOTIFY_ALBUM_TRACKS,
    SPOTIFY_TRACK,
    MUSICBRAINZ_URLS,
    MUSICBRAINZ_RELEASE,
    MUSICBRAINZ_ISRC,
    MUSICBRAINZ_ARTIST,
    GENIUS_SEARCH,
    GENIUS_SONG,
    GENIUS_ARTIST,
    DISCOGS_SEARCH,
    DISCOGS_RELEASE,
    DISCOGS_ARTIST,
    WIKIDATA_PEOPLE,
    INSTAGRAM_META,
    INSTAGRAM_OTHER;

    Object ask(ApplicationContext clients) {
        return switch (this) {
            case SPOTIFY_SEARCH_ARTISTS -> clients.getBean(SpotifyClient.class).searchArtists("Hollow Lake");
            case SPOTIFY_SEARCH_TRACKS -> clients.getBean(SpotifyClient.class).searchTracks("Undertow");
            case SPOTIFY_ARTIST -> clients.getBean(SpotifyClient.class).artist("artist1");
            case SPOTIFY_ALBUMS -> clients.getBean(SpotifyClient.class).artistAlbums("artist1", Set.of("album"), 0);
            case SPOTIFY_ALBUM -> clients.getBean(SpotifyClient.class).album("album1");
            case SPOTIFY_ALBUM_TRACKS -> clients.getBean(SpotifyClient.class).albumTracks("album1", 0);
            case SPOTIFY_TRACK -> clients.getBean(SpotifyClient.class).track("track1");
            case MUSICBRAINZ_URLS -> clients.getBean(MusicBrainzClient.class).releasesBySpotifyAlbum(List.of("a", "b"));
            case MUSICBRAINZ_RELEASE -> clients.getBean(MusicBrainzClient.class).release("m1");
            case MUSICBRAINZ_ISRC -> clients.getBean(MusicBrainzClient.class).recordingsByIsrc("QZAAA2600001");
            case MUSICBRAINZ_ARTIST -> clients.getBean(MusicBrainzClient.class).artist("m1");
            case GENIUS_SEARCH -> clients.getBean(GeniusClient.class).search("Undertow");
            case GENIUS_SONG -> clients.getBean(GeniusClient.class).song(71);
            case GENIUS_ARTIST -> clients.getBean(GeniusClient.class).artist(9);
            case DISCOGS_SEARCH -> clients.getBean(DiscogsClient.class).releasesByBarcode("0123456789012");
            case DISCOGS_RELEASE -> clients.getBean(DiscogsClient.class).release(301);
            case DISCOGS_ARTIST -> clients.getBean(DiscogsClient.class).artist(52);
            case WIKIDATA_PEOPLE ->
                clients.getBean(WikidataClient.class).people(WikidataKey.SPOTIFY_ARTIST, List.of("a"));
            case INSTAGRAM_META -> clients.getBean(InstagramClient.class).profile("maravale");
            case INSTAGRAM_OTHER -> clients.getBean(InstagramClient.class).profile("maravale");
        };
    }

    /** By operation and place: what may be missing from an answer without making it worth another call. */
    static List<String> mayBeMissing() {
        try (InputStream stream = Operation.class.getResourceAsStream("/answers/may-be-missing.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode answer() {
        String file = "/answers/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        try (InputStream stream = Operation.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
