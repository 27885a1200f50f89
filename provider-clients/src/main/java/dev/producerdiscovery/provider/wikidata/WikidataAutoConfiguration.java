package dev.producerdiscovery.provider.wikidata;

import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;

@AutoConfiguration
@EnableConfigurationProperties(WikidataProperties.class)
class WikidataAutoConfiguration {

    /** The query service counts time over a minute. */
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    @Bean
    @Lazy
    WikidataClient wikidataClient(ProviderHttpFactory factory, WikidataProperties properties) {
        if (!properties.enabled()) {
            factory.switchOff(WikidataClient.PROVIDER, "WIKIDATA_ENABLED is not true");
        }
        ProviderHttp http = factory.create(
                WikidataClient.PROVIDER,
                factory.standardDialect(RATE_WINDOW),
                Authorisation.none(),
                Map.of(
                        HttpHeaders.USER_AGENT,
                        "ProducerDiscovery/0.1 (" + properties.contact() + ")",
                        HttpHeaders.ACCEPT,
                        "application/sparql-results+json"),
                null);
        WikidataClient client = new WikidataClient(http, properties);
        factory.watch(
                WikidataClient.PROVIDER,
                http,
                id -> client.request(WikidataKey.ITEM, List.of(id)),
                WikidataReader::rows);
        return client;
    }
}
