package dev.producerdiscovery.provider.wikidata;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Wikidata's query service. Throws nothing but {@link dev.producerdiscovery.worker.failure.WorkFailure}. Thread-safe.
 *
 * @see <a href="https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual">User manual</a>
 */
public final class WikidataClient {

    public static final String PROVIDER = "wikidata";

    private static final int MOST_AT_ONCE = 200;
    /** Whatever else stands in an id would be part of the query's text. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** Direct properties leave deprecated values out, and others where there is a preferred one. */
    private static final String QUERY = """
            select ?key ?person (sample(?instagramValue) as ?instagram) (sample(?xValue) as ?x)
                   (sample(?websiteValue) as ?website) (sample(?emailValue) as ?email) (sample(?imageValue) as ?image)
                   (sample(?spotifyValue) as ?spotify) (sample(?musicbrainzValue) as ?musicbrainz)
                   (sample(?discogsValue) as ?discogs)
            where {
              values ?key { :keys }
              :pattern
              optional { ?person wdt:P2003 ?instagramValue }
              optional { ?person wdt:P2002 ?xValue }
              optional { ?person wdt:P856 ?websiteValue }
              optional { ?person wdt:P968 ?emailValue }
              optional { ?person wdt:P18 ?imageValue }
              optional { ?person wdt:P1902 ?spotifyValue }
              optional { ?person wdt:P434 ?musicbrainzValue }
              optional { ?person wdt:P1953 ?discogsValue }
            }
            group by ?key ?person
            """;

    private final ProviderHttp http;
    private final URI endpoint;
    private final boolean enabled;

    WikidataClient(ProviderHttp http, WikidataProperties properties) {
        this.http = http;
        this.endpoint = URI.create(properties.apiUrl());
        this.enabled = properties.enabled();
    }

    /** Whether it may be called. If not, every call is throttled for good. */
    public boolean isConfigured() {
        return enabled;
    }

    /** People by the ids they were asked for, one call per 200; unknown ones and impossible ids are missing. */
    public Map<String, WikidataPerson> people(WikidataKey key, Collection<String> ids) {
        List<String> asked = ids.stream()
                .filter(id -> ID.matcher(id).matches())
                .distinct()
                .sorted()
                .toList();
        Map<String, WikidataPerson> people = new LinkedHashMap<>();
        for (int from = 0; from < asked.size(); from += MOST_AT_ONCE) {
            lookUp(key, asked.subList(from, Math.min(asked.size(), from + MOST_AT_ONCE)))
                    .forEach(row -> people.putIfAbsent(row.getKey(), row.getValue()));
        }
        return people;
    }

    private List<Map.Entry<String, WikidataPerson>> lookUp(WikidataKey key, List<String> ids) {
        return http.get(request(key, ids), WikidataReader::rows).orElse(List.of());
    }

    Request request(WikidataKey key, List<String> ids) {
        String values = ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(" "));
        String query = QUERY.replace(":keys", values).replace(":pattern", key.pattern());
        return Request.post("people", endpoint, Map.of("query", query, "format", "json"));
    }
}
