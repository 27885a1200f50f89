package dev.producerdiscovery.provider.tidewater;

import dev.producerdiscovery.provider.BaseUrl;
import dev.producerdiscovery.provider.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Access to Tidewater. */
@ConfigurationProperties("producer-discovery.providers.tidewater")
record TidewaterProperties(String apiUrl, Secret key) {

    TidewaterProperties {
        apiUrl = BaseUrl.of("producer-discovery.providers.tidewater.api-url", apiUrl, "https://api.tidewater.example");
    }
}
