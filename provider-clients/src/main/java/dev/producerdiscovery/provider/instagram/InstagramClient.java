package dev.producerdiscovery.provider.instagram;

import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.Request;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilder;

/**
 * Instagram profiles. Throws nothing but {@link dev.producerdiscovery.worker.failure.WorkFailure}. Thread-safe.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform">Business Discovery</a>
 */
public final class InstagramClient {

    public static final String PROVIDER = "instagram";

    private static final String FIELDS =
            "business_discovery.username({handle}){username,name,biography,website,followers_count,profile_picture_url}";

    private final ProviderHttp http;
    private final DefaultUriBuilderFactory uris;
    private final InstagramProperties properties;

    InstagramClient(ProviderHttp http, InstagramProperties properties) {
        this.http = http;
        this.uris = new DefaultUriBuilderFactory(properties.apiUrl());
        this.properties = properties;
    }

    /** Whether there is a key. Without it every call is throttled for good. */
    public boolean isConfigured() {
        return properties.isConfigured();
    }

    /**
     * The profile of a handle, {@code @handle} or link, at one call. Empty when there is none, when it is a personal
     * account that may not be read, and, at no cost, when the text is no handle.
     */
    public Optional<InstagramProfile> profile(String handle) {
        return InstagramHandle.of(handle).flatMap(valid -> http.get(request(valid), InstagramReader::profile));
    }

    Request request(String handle) {
        return Request.get("profile", uri(handle));
    }

    private URI uri(String handle) {
        if (!properties.isMeta()) {
            return uris.uriString(properties.lookupPath()).build(handle);
        }
        UriBuilder uri = uris.builder();
        if (!properties.userId().isBlank()) {
            uri.pathSegment(properties.userId());
        }
        return uri.queryParam("fields", "{fields}").build(FIELDS.replace("{handle}", handle));
    }
}
