package dev.producerdiscovery.provider.tidewater;

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
@EnableConfigurationProperties(TidewaterProperties.class)
class TidewaterAutoConfiguration {

    /** What it does not say itself when it has been asked too much. */
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    @Bean
    @Lazy
    TidewaterClient tidewaterClient(ProviderHttpFactory factory, TidewaterProperties properties) {
        if (!properties.key().isSet()) {
            factory.switchOff(TidewaterClient.PROVIDER, "TIDEWATER_KEY is not set");
        }
        ProviderHttp http = factory.create(
                TidewaterClient.PROVIDER,
                factory.standardDialect(RATE_WINDOW),
                Authorisation.fixed("Bearer " + properties.key().reveal()),
                Map.of(),
                null);
        TidewaterClient client = new TidewaterClient(http, properties);
        factory.watch(TidewaterClient.PROVIDER, http, client::songRequest, TidewaterClient::readSong);
        return client;
    }
}
