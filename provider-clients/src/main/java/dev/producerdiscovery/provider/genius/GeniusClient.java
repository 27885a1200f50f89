package dev.producerdiscovery.provider.genius;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Genius. Every method costs one call and throws nothing but {@link dev.producerdiscovery.worker.failure.WorkFailure}.
 * Thread-safe.
 *
 * @see <a href="https://docs.genius.com">Genius API</a>
 */
public final class GeniusClient {

    public static final String PROVIDER = "genius";

    private static final int SONGS_A_PAGE = 50;

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final boolean configured;

    GeniusClient(ProviderHttp http, GeniusProperties properties) {
        this.http = http;
        this.uris = new DefaultUriBuilderFactory(properties.apiUrl());
        this.configured = properties.accessToken().isSet();
    }

    /** Whether there is a token. Without it every call is throttled for good. */
    public boolean isConfigured() {
        return configured;
    }

    /** Up to ten songs in Genius' order; suffixes such as "- 2015 Remaster" spoil the search. */
    public List<GeniusHit> search(String query) {
        URI uri = uris.builder().path("/search").queryParam("q", "{q}").build(query.strip());
        return http.get(Request.get("search", uri), json -> json.at("response").requiredRows("hits", GeniusReader::hit))
                .orElse(List.of());
    }

    public Optional<GeniusSong> song(long id) {
        return http.get(songRequest(id), GeniusClient::readSong);
    }

    Request songRequest(long id) {
        return plain("song", "/songs/{id}", id);
    }

    static GeniusSong readSong(Json json) {
        return GeniusReader.song(json.at("response").at("song"));
    }

    public Optional<GeniusArtist> artist(long id) {
        return http.get(
                plain("artist", "/artists/{id}", id),
                json -> GeniusReader.artist(json.at("response").at("artist")));
    }

    /**
     * Fifty songs of an artist by their titles; empty for an unknown artist.
     *
     * @param page from 1
     */
    public Optional<GeniusList> artistSongs(long artistId, int page) {
        URI uri = uris.builder()
                .path("/artists/{id}/songs")
                .queryParam("per_page", SONGS_A_PAGE)
                .queryParam("page", page)
                // By popularity songs change places between two pages, and one that does is missed.
                .queryParam("sort", "title")
                .build(artistId);
        return http.get(
                Request.get("artist-songs", uri), json -> GeniusReader.list(json.at("response"), page, SONGS_A_PAGE));
    }

    private Request plain(String endpoint, String path, long id) {
        return Request.get(
                endpoint,
                uris.builder().path(path).queryParam("text_format", "plain").build(id));
    }
}
