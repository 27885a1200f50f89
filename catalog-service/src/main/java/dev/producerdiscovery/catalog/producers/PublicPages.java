package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a provider shows a person to everybody. */
final class PublicPages {

    private PublicPages() {}

    /** Null for a provider whose pages do not go by its ids. */
    static @Nullable String of(String provider, String externalId) {
        String start = Providers.named(provider).map(Provider::personPage).orElse(null);
        return start == null ? null : start + URLEncoder.encode(externalId, StandardCharsets.UTF_8);
    }
}
