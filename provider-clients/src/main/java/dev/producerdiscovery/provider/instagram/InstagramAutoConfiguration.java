package dev.producerdiscovery.provider.instagram;

import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@AutoConfiguration
@EnableConfigurationProperties(InstagramProperties.class)
class InstagramAutoConfiguration {

    /** Meta counts calls over an hour, and part of it is free again soon. */
    private static final Duration TOO_FAST = Duration.ofMinutes(10);

    @Bean
    @Lazy
    InstagramClient instagramClient(ProviderHttpFactory factory, InstagramProperties properties) {
        if (!properties.isConfigured()) {
            factory.switchOff(
                    InstagramClient.PROVIDER,
                    properties.apiKey().isSet() ? "INSTAGRAM_USER_ID is not set" : "INSTAGRAM_API_KEY is not set");
        }
        String key = properties.apiKey().reveal();
        boolean ownHeader = !properties.keyHeader().isBlank();
        ProviderHttp http = factory.create(
                InstagramClient.PROVIDER,
                new InstagramDialect(factory.standardDialect(TOO_FAST)),
                ownHeader ? Authorisation.none() : Authorisation.fixed("Bearer " + key),
                ownHeader ? Map.of(properties.keyHeader(), key) : Map.of(),
                null);
        InstagramClient client = new InstagramClient(http, properties);
        factory.watch(InstagramClient.PROVIDER, http, client::request, InstagramReader::profile);
        return client;
    }
}
