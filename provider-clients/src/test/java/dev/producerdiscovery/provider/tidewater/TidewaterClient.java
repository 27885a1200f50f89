package dev.producerdiscovery.provider.tidewater;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import dev.producerdiscovery.provider.json.Json;
import java.util.Optional;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Tidewater. Every method costs one call and throws nothing but {@link dev.producerdiscovery.worker.failure.WorkFailure}.
 * Thread-safe.
 */
public final class TidewaterClient {

    public static final String PROVIDER = "tidewater";

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final boolean configured;

    TidewaterClient(ProviderHttp http, TidewaterProperties properties) {
        this.http = http;
        this.uris = new DefaultUriBuilderFactory(properties.apiUrl());
        this.configured = properties.key().isSet();
    }

    /** Whether there is a key. Without it every call is throttled for good. */
    public boolean isConfigured() {
        return configured;
    }

    public Optional<TidewaterSong> song(String id) {
        return http.get(songRequest(id), TidewaterClient::readSong);
    }

    Request songRequest(String id) {
        return Request.get("song", uris.builder().path("/songs/{id}").build(id));
    }

    /** What is required or expected and missing is asked for once more before that is believed. */
    static TidewaterSong readSong(Json json) {
        return new TidewaterSong(
                json.required("title"), json.requiredRows("producers", row -> Optional.ofNullable(row.text("name"))));
    }
}
