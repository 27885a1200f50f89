package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** So many albums go with an artist into one call. */
    public static final int MOST_ALBUMS_WITH_ARTIST = MOST_URLS_AT_ONCE - 1;

    /** The most rows of a page. */
    private static final int PAGE = 100;

    /** As many as MusicBrainz gives when it is not told; whoever has the very name comes first. */
    private static final int HITS = 25;

    private static final String CREDITS = "artist-credits isrcs artist-rels work-rels work-level-rels";

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final DefaultUriBuilderFactory searches;
    private final UrlLookUp urls;
    private final boolean configured;

    MusicBrainzClient(ProviderHttp http, MusicBrainzProperties properties) {
        this.http = http;
        this.uris = new DefaultUriBuilderFactory(properties.apiUrl());
        // Slashes stay slashes: a hundred URLs must fit into one request line.
        uris.setEncodingMode(EncodingMode.URI_COMPONENT);
        // Here all that a name may hold is escaped, such as a plus.
        this.searches = new DefaultUriBuilderFactory(properties.apiUrl());
        this.urls = new UrlLookUp(http, uris);
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
                    urls.lookUp(batch.stream().map(SpotifyLinks::albumUrl).toList(), "release-rels", url -> "release");
            found.putAll(releases(batch, byUrl));
        }
        return found;
    }

    /**
     * The artists that a Spotify artist is, together with the releases of albums.
     *
     * @param spotifyAlbumIds at most {@link #MOST_ALBUMS_WITH_ARTIST}; may be none
     */
    public MbLinks linksOf(String spotifyArtistId, Collection<String> spotifyAlbumIds) {
        List<String> albums = spotifyAlbumIds.stream().distinct().sorted().toList();
        if (albums.size() > MOST_ALBUMS_WITH_ARTIST) {
            throw new IllegalArgumentException("spotifyAlbumIds: too many for one call, " + albums.size());
        }
        String artist = SpotifyLinks.artistUrl(spotifyArtistId);
        Map<String, List<String>> found = urls.lookUp(
                Stream.concat(Stream.of(artist), albums.stream().map(SpotifyLinks::albumUrl))
                        .toList(),
                albums.isEmpty() ? "artist-rels" : "artist-rels release-rels",
                url -> url.equals(artist) ? "artist" : "release");
        return new MbLinks(found.getOrDefault(artist, List.of()), releases(albums, found));
    }

    /**
     * A hundred recordings that an artist is credited for as an artist, also as a guest, with their credits and links; none
     * of an unknown artist.
     *
     * @param artist the id, also one that was merged into another
     * @param offset how many to leave out
     */
    public MbPage<MbRecording> recordingsOf(String artist, int offset) {
        URI uri = browse("recording", artist, PAGE, offset).build(Map.of("inc", CREDITS + " url-rels"));
        return page(Request.get("recordings", uri), "recording", offset, MusicBrainzReader::listedRecording);
    }

    /**
     * A hundred official releases of an artist with what is said of each as a whole, and without their tracks; the oldest
     * first. None of an unknown artist.
     */
    public MbPage<MbRelease> releasesOf(String artist, int offset) {
        URI uri = official(artist, PAGE, offset).build(Map.of("inc", "artist-rels url-rels"));
        return page(Request.get("releases", uri), "release", offset, MusicBrainzReader::releaseHead);
    }

    /**
     * Official releases of an artist, whole, the oldest first: fewer than {@code limit} where they would hold more than 500
     * tracks, but one at least. A single one of more tracks comes without the credits of its recordings.
     *
     * @param limit at most 100
     */
    public MbPage<MbRelease> wholeReleasesOf(String artist, int limit, int offset) {
        return wholeReleases(official(artist, limit, offset), offset);
    }

    /**
     * Those of {@link #wholeReleasesOf(String, int, int)} whose release group is of one of these types.
     *
     * @param types primary or secondary ones in small letters, for example {@code album}; at least one
     */
    public MbPage<MbRelease> wholeReleasesOf(String artist, Collection<String> types, int limit, int offset) {
        return wholeReleases(
                official(artist, limit, offset)
                        .queryParam("type", types.stream().sorted().collect(Collectors.joining("|"))),
                offset);
    }

    private MbPage<MbRelease> wholeReleases(UriBuilder list, int offset) {
        URI uri = list.build(Map.of("inc", "release-groups media recordings recording-level-rels url-rels " + CREDITS));
        return page(Request.get("releases", uri), "release", offset, MusicBrainzReader::listedRelease);
    }

    /** How many official releases an artist has; none for an unknown artist. */
    public int releaseCount(String artist) {
        URI uri = uris.builder()
                .pathSegment("release")
                .queryParam("fmt", "json")
                .queryParam("artist", artist)
                .queryParam("limit", 1)
                .queryParam("status", "official")
                .build();
        return http.get(Request.get("releases", uri), json -> count(json, "release"))
                .orElse(0);
    }

    /** A hundred release groups of an artist, also those without an official release. None of an unknown artist. */
    public MbPage<MbReleaseGroup> releaseGroupsOf(String artist, int offset) {
        URI uri = browse("release-group", artist, PAGE, offset).build(Map.of("inc", "artist-credits"));
        return page(Request.get("release-groups", uri), "release-group", offset, MusicBrainzReader::releaseGroup);
    }

    /** Artists of such a name, sort name or alias, the best first: they have a score and no links. */
    public List<MbArtist> searchArtists(String name) {
        URI uri = searches.builder()
                .pathSegment("artist")
                .queryParam("fmt", "json")
                .queryParam("query", "{query}")
                .queryParam("limit", HITS)
                .build(Map.of("query", Lucene.words(name)));
        return http.get(
                        Request.get("artist-search", uri),
                        json -> json.requiredRows("artists", MusicBrainzReader::foundArtist))
                .orElse(List.of());
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

    private UriBuilder official(String artist, int limit, int offset) {
        return browse("release", artist, limit, offset).queryParam("status", "official");
    }

    private UriBuilder browse(String kind, String artist, int limit, int offset) {
        return json(uris.builder().pathSegment(kind))
                .queryParam("artist", artist)
                .queryParam("limit", limit)
                .queryParam("offset", offset);
    }

    private <T> MbPage<T> page(Request request, String kind, int offset, Function<Json, Optional<T>> row) {
        return http.get(request, json -> {
                    List<T> rows = json.requiredRows(kind + "s", row);
                    int total = count(json, kind);
                    int came = json.size(kind + "s");
                    boolean more = came > 0 && offset + came < total;
                    return new MbPage<>(rows, more ? OptionalInt.of(offset + came) : OptionalInt.empty(), total);
                })
                .orElse(MbPage.empty());
    }

    private static int count(Json json, String kind) {
        return Math.clamp(json.requiredNumber(kind + "-count"), 0, Integer.MAX_VALUE);
    }

    private static Map<String, List<String>> releases(List<String> albums, Map<String, List<String>> byUrl) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String id : albums) {
            List<String> mbids = byUrl.getOrDefault(SpotifyLinks.albumUrl(id), List.of());
            if (!mbids.isEmpty()) {
                found.put(id, mbids);
            }
        }
        return found;
    }

    private static UriBuilder json(UriBuilder uri) {
        return uri.queryParam("fmt", "json").queryParam("inc", "{inc}");
    }
}
