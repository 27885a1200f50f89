package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;
import org.springframework.web.util.UriBuilder;

/**
 * MusicBrainz. Every method costs one call unless it says otherwise, a redirect of a merged id one more, and throws
 * nothing but {@link dev.producerdiscovery.worker.failure.WorkFailure}. Thread-safe.
 *
 * @see <a href="https://musicbrainz.org/doc/MusicBrainz_API">MusicBrainz API</a>
 */
public final class MusicBrainzClient {

    public static final String PROVIDER = "musicbrainz";

    /** Further ones are dropped without a word. */
    private static final int MOST_URLS_AT_ONCE = 100;

    private static final String CREDITS = "artist-credits isrcs artist-rels work-rels work-level-rels";

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final boolean configured;

    MusicBrainzClient(ProviderHttp http, MusicBrainzProperties properties) {
        this.http = http;
        this.uris = new DefaultUriBuilderFactory(properties.apiUrl());
        // Slashes stay slashes: a hundred URLs must fit into one request line.
        uris.setEncodingMode(EncodingMode.URI_COMPONENT);
        this.configured = properties.isConfigured();
    }

    /** Whether it may be called. If not, every call is throttled for good. */
    public boolean isConfigured() {
        return configured;
    }

    /** Releases by Spotify album id, one call per 100; unknown albums are missing. */
    public Map<String, List<String>> releasesBySpotifyAlbum(Collection<String> spotifyAlbumIds) {
        // In order, so that the same albums make the same question, whoever asks it when.
        List<String> asked = spotifyAlbumIds.stream().distinct().sorted().toList();
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (int from = 0; from < asked.size(); from += MOST_URLS_AT_ONCE) {
            List<String> batch = asked.subList(from, Math.min(asked.size(), from + MOST_URLS_AT_ONCE));
            Map<String, List<String>> byUrl =
                    lookUp(batch.stream().map(SpotifyLinks::albumUrl).toList());
            for (String id : batch) {
                List<String> mbids = byUrl.getOrDefault(SpotifyLinks.albumUrl(id), List.of());
                if (!mbids.isEmpty()) {
                    found.put(id, mbids);
                }
            }
        }
        return found;
    }

    /** All tracks with their credits. Above 500 tracks MusicBrainz leaves the credits of the recordings out. */
    public Optional<MbRelease> release(String mbid) {
        return http.get(
                entity("release", mbid, "recordings recording-level-rels " + CREDITS), MusicBrainzReader::release);
    }

    /** Often none, and sometimes several, even of different songs: compare title and length. */
    public List<MbRecording> recordingsByIsrc(String isrc) {
        return http.get(
                        entity("isrc", isrc, "artist-credits isrcs artist-rels"),
                        json -> json.requiredRows(
                                "recordings",
                                recording -> MusicBrainzReader.recordingRow(recording.expectKey("isrcs"))))
                .orElse(List.of());
    }

    public Optional<MbArtist> artist(String mbid) {
        return http.get(artistRequest(mbid), MusicBrainzReader::artist);
    }

    Request artistRequest(String mbid) {
        return entity("artist", mbid, "url-rels aliases");
    }

    private Request entity(String kind, String id, String include) {
        URI uri = json(uris.builder().pathSegment(kind, "{id}")).build(Map.of("id", id, "inc", include));
        return Request.get(kind, uri);
    }

    private Map<String, List<String>> lookUp(List<String> urls) {
        UriBuilder uri = json(uris.builder().path("/url"));
        urls.forEach(url -> uri.queryParam("resource", url));
        return http.get(Request.get("url", uri.build(Map.of("inc", "release-rels"))), MusicBrainzClient::releases)
                .orElse(Map.of());
    }

    /** A single URL is answered by itself, several by a list without the unknown ones. */
    private static Map<String, List<String>> releases(Json json) {
        Map<String, List<String>> releases = new HashMap<>();
        if (json.has("resource")) {
            releases.put(json.required("resource"), MusicBrainzReader.releases(json));
        } else {
            json.requiredRows(
                            "urls",
                            url -> Optional.ofNullable(url.text("resource"))
                                    .map(resource -> Map.entry(resource, MusicBrainzReader.releases(url))))
                    .forEach(entry -> releases.put(entry.getKey(), entry.getValue()));
        }
        return releases;
    }

    private static UriBuilder json(UriBuilder uri) {
        return uri.queryParam("fmt", "json").queryParam("inc", "{inc}");
    }
}
