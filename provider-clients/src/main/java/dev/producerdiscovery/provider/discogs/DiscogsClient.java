package dev.producerdiscovery.provider.discogs;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilder;

/**
 * Discogs. Every method costs one call and throws nothing but {@link dev.producerdiscovery.worker.failure.WorkFailure}.
 * Thread-safe.
 *
 * @see <a href="https://www.discogs.com/developers">Discogs API</a>
 */
public final class DiscogsClient {

    public static final String PROVIDER = "discogs";

    private static final int HITS = 10;

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final boolean configured;

    DiscogsClient(ProviderHttp http, DiscogsProperties properties) {
        this.http = http;
        this.uris = new DefaultUriBuilderFactory(properties.apiUrl());
        this.configured = properties.token().isSet();
    }

    /** Whether there is a token. Without it every call is throttled for good. */
    public boolean isConfigured() {
        return configured;
    }

    /** Up to ten releases with that barcode. */
    public List<DiscogsHit> releasesByBarcode(String barcode) {
        return hits(search().queryParam("barcode", "{barcode}").build(Map.of("barcode", barcode)));
    }

    /** Up to ten releases by that artist with that title, best first by Discogs' own measure. */
    public List<DiscogsHit> searchReleases(String artist, String title) {
        return hits(search().queryParam("artist", "{artist}")
                .queryParam("release_title", "{title}")
                .build(Map.of("artist", artist, "title", title)));
    }

    public Optional<DiscogsRelease> release(long id) {
        return http.get(releaseRequest(id), DiscogsReader::release);
    }

    Request releaseRequest(long id) {
        return Request.get("release", uris.builder().path("/releases/{id}").build(id));
    }

    public Optional<DiscogsArtist> artist(long id) {
        return http.get(
                Request.get("artist", uris.builder().path("/artists/{id}").build(id)), DiscogsReader::artist);
    }

    private UriBuilder search() {
        return uris.builder()
                .path("/database/search")
                .queryParam("type", "release")
                .queryParam("per_page", HITS);
    }

    private List<DiscogsHit> hits(URI uri) {
        return http.get(Request.get("search", uri), json -> json.requiredRows("results", DiscogsReader::hit))
                .orElse(List.of());
    }
}
