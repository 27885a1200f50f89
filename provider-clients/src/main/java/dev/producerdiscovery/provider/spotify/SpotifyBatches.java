package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Reply;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.util.DefaultUriBuilderFactory;

/** Looks up several things of a kind in a call, where this app may. Thread-safe. */
final class SpotifyBatches {

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final SpotifyMode mode;
    private final String market;

    SpotifyBatches(ProviderHttp http, DefaultUriBuilderFactory uris, SpotifyMode mode, String market) {
        this.http = http;
        this.uris = uris;
        this.mode = mode;
        this.market = market;
    }

    /**
     * Those that there are, by the ids they were asked for; empty, at no cost, where this app has no batch look-ups.
     *
     * @param kind endpoint, path and list of the answer
     * @param most in a call
     * @param alone what asks for one
     */
    <T> Optional<Map<String, T>> ask(
            String kind,
            Collection<String> ids,
            int most,
            Function<String, Request> alone,
            Function<Json, Optional<T>> reader) {
        Map<String, T> found = new LinkedHashMap<>();
        List<String> left = ids.stream().distinct().toList();
        for (int from = 0; from < left.size(); from += most) {
            if (!mode.hasBatches()) {
                return Optional.empty();
            }
            Map<String, Request> each = new LinkedHashMap<>();
            left.subList(from, Math.min(left.size(), from + most)).forEach(id -> each.put(id, alone.apply(id)));
            Function<List<String>, Request> together = some -> several(kind, some);
            Reply<Map<String, T>> reply = http.askEach(each, together, kind, reader);
            if (reply instanceof Reply.NotAllowed<?>) {
                mode.batchesRefused();
                return Optional.empty();
            }
            http.orFail(several(kind, List.copyOf(each.keySet())), reply).ifPresent(found::putAll);
        }
        return Optional.of(found);
    }

    private Request several(String kind, List<String> ids) {
        URI uri = uris.builder()
                .path("/" + kind)
                .queryParam("market", "{market}")
                .queryParam("ids", "{ids}")
                .build(Map.of("ids", String.join(",", ids), "market", market));
        return Request.get(kind, uri);
    }
}
