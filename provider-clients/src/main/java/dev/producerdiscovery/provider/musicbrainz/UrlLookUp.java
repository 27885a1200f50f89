package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.web.util.UriBuilder;
import org.springframework.web.util.UriBuilderFactory;

/** What pages elsewhere belong to, many in one call. */
record UrlLookUp(ProviderHttp http, UriBuilderFactory uris) {

    /** The ids of what the URLs belong to, which is of a kind that the URL says. */
    Map<String, List<String>> lookUp(List<String> urls, String include, UnaryOperator<String> kind) {
        UriBuilder uri = uris.builder().path("/url").queryParam("fmt", "json").queryParam("inc", "{inc}");
        urls.forEach(url -> uri.queryParam("resource", url));
        return http.get(Request.get("url", uri.build(Map.of("inc", include))), answer -> targets(answer, kind))
                .orElse(Map.of());
    }

    /** A single URL is answered by itself, several by a list without the unknown ones. */
    private static Map<String, List<String>> targets(Json json, UnaryOperator<String> kind) {
        Map<String, List<String>> targets = new HashMap<>();
        if (json.has("resource")) {
            String url = json.required("resource");
            targets.put(url, MusicBrainzReader.targets(json, kind.apply(url)));
        } else {
            json.requiredRows(
                            "urls",
                            url -> Optional.ofNullable(url.text("resource"))
                                    .map(resource ->
                                            Map.entry(resource, MusicBrainzReader.targets(url, kind.apply(resource)))))
                    .forEach(entry -> targets.put(entry.getKey(), entry.getValue()));
        }
        return targets;
    }
}
