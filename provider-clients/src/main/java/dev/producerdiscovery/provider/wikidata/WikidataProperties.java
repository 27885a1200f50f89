package dev.producerdiscovery.provider.wikidata;

import dev.producerdiscovery.provider.BaseUrl;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to Wikidata's query service, which needs no key.
 *
 * @param enabled off by default: it is a help for social links only, and another site to be called
 * @param contact an e-mail or web address that its operators can turn to
 */
@ConfigurationProperties("producer-discovery.providers.wikidata")
record WikidataProperties(boolean enabled, String apiUrl, String contact) {

    WikidataProperties {
        apiUrl = BaseUrl.of(
                "producer-discovery.providers.wikidata.api-url", apiUrl, "https://query.wikidata.org/sparql");
        contact = contact.strip();
    }
}
