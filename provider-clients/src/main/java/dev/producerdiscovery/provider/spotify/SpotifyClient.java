package dev.producerdiscovery.provider.spotify;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Reply;
import dev.producerdiscovery.provider.http.Request;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilder;

/**
 * Spotify's catalogue. Every method costs one call unless it says otherwise, and throws nothing but {@link
 * dev.producerdiscovery.worker.failure.WorkFailure}. Thread-safe.
 *
 * @see <a href="https://developer.spotify.com/documentation/web-api">Web API</a>
 */
public final class SpotifyClient {

    public static final String PROVIDER = "spotify";

    private static final int MOST_ALBUMS_AT_ONCE = 20;
    private static final int MOST_TRACKS_AT_ONCE = 50;
    private static final int LONGEST_QUERY = 250;

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final SpotifyMode mode;
    private final SpotifyBatches batches;
    private final RepeatedPages repeatedPages = new RepeatedPages(Ticker.systemTicker());
    private final String market;
    private final boolean configured;

    SpotifyClient(ProviderHttp http, SpotifyProperties properties, SpotifyMode mode) {
        this.http = http;
        this.uris = new DefaultUriBuilderFactory(properties.apiUrl());
        this.mode = mode;
        this.market = properties.market();
        this.batches = new SpotifyBatches(http, uris, mode, market);
        this.configured = properties.isConfigured();
    }

    static Request probe(SpotifyProperties properties) {
        return Request.get("search", URI.create(properties.apiUrl() + "/search?q=love&type=artist&limit=1"));
    }

    /** Whether there are credentials. Without them every call is throttled for good. */
    public boolean isConfigured() {
        return configured;
    }

    /** Up to ten artists in Spotify's order, which proves nothing: tribute acts do come first. */
    public List<SpotifyArtist> searchArtists(String name) {
        return http.get(search(name), json -> {
                    List<SpotifyArtist> artists = json.at("artists").requiredRows("items", SpotifyReader::artistRow);
                    mode.learnFrom(artists);
                    return artists;
                })
                .orElse(List.of());
    }

    public Optional<SpotifyArtist> artist(String id) {
        return http.get(artistRequest(id), json -> {
            SpotifyArtist artist = SpotifyReader.artist(json);
            mode.learnFrom(List.of(artist));
            return artist;
        });
    }

    Request artistRequest(String id) {
        return Request.get("artist", uris.builder().path("/artists/{id}").build(id));
    }

    /**
     * One page of an artist's albums; an unknown artist has none.
     *
     * @param groups of {@code album}, {@code single}, {@code compilation}, {@code appears_on}
     */
    public SpotifyPage<SpotifyAlbum> artistAlbums(String artistId, Set<String> groups, int offset) {
        int size = mode.pageSize();
        Request request = albums(artistId, groups, offset, size);
        Reply<SpotifyPage<SpotifyAlbum>> reply =
                http.ask(request, json -> SpotifyReader.page(json, offset, SpotifyReader::albumRow));
        if (reply instanceof Reply.Rejected<?>(String message)
                && size > SpotifyMode.SMALL_PAGE
                && message.contains("limit")) {
            mode.largePagesRefused();
            return artistAlbums(artistId, groups, offset);
        }
        return repeatedPages.orEnd(
                "albums of " + artistId, offset, http.orFail(request, reply).orElseGet(SpotifyPage::empty));
    }

    private Request albums(String artistId, Set<String> groups, int offset, int size) {
        URI uri = inMarket("/artists/{id}/albums")
                .queryParam("include_groups", "{groups}")
                .queryParam("limit", size)
                .queryParam("offset", offset)
                .build(Map.of("id", artistId, "market", market, "groups", String.join(",", new TreeSet<>(groups))));
        return Request.get("artist-albums", uri);
    }

    /** The whole album with its first page of tracks: ask for further pages only. */
    public Optional<SpotifyAlbum> album(String id) {
        return http.get(albumRequest(id), SpotifyReader::fullAlbum);
    }

    /**
     * Whole albums by the ids they were asked for, as {@link #album} has them, at one call per 20; unknown ones are missing.
     * Empty, at no cost, where this app has no batch look-ups (Development Mode).
     */
    public Optional<Map<String, SpotifyAlbum>> albums(Collection<String> ids) {
        return batches.ask("albums", ids, MOST_ALBUMS_AT_ONCE, this::albumRequest, SpotifyReader::fullAlbumRow);
    }

    private Request albumRequest(String id) {
        URI uri = inMarket("/albums/{id}").build(Map.of("id", id, "market", market));
        return Request.get("album", uri);
    }

    /** One page of an album's tracks; an unknown album has none. */
    public SpotifyPage<SpotifyTrack> albumTracks(String albumId, int offset) {
        URI uri = inMarket("/albums/{id}/tracks")
                .queryParam("limit", SpotifyMode.LARGE_PAGE)
                .queryParam("offset", offset)
                .build(Map.of("id", albumId, "market", market));
        Request request = Request.get("album-tracks", uri);
        return repeatedPages.orEnd(
                "tracks of " + albumId,
                offset,
                http.get(request, json -> SpotifyReader.page(json, offset, SpotifyReader::trackRow))
                        .orElseGet(SpotifyPage::empty));
    }

    /**
     * Tracks by the ids they were asked for, at one call per 50; unknown ones are missing. Empty, at no cost, where this
     * app has no batch look-ups (Development Mode).
     */
    public Map<String, SpotifyTrack> tracks(Collection<String> ids) {
        return batches.ask("tracks", ids, MOST_TRACKS_AT_ONCE, this::trackRequest, SpotifyReader::fullTrackRow)
                .orElse(Map.of());
    }

    private Request trackRequest(String id) {
        return Request.get("tracks", inMarket("/tracks/{id}").build(Map.of("id", id, "market", market)));
    }

    private Request search(String name) {
        String words = name.strip();
        URI uri = inMarket("/search")
                .queryParam("q", "{q}")
                .queryParam("type", "artist")
                .queryParam("limit", SpotifyMode.SMALL_PAGE)
                .build(Map.of("q", words.substring(0, Math.min(words.length(), LONGEST_QUERY)), "market", market));
        return Request.get("search", uri);
    }

    private UriBuilder inMarket(String path) {
        return uris.builder().path(path).queryParam("market", "{market}");
    }
}
