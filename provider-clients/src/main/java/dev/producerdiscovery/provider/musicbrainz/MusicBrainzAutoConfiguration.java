package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import dev.producerdiscovery.provider.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;

@AutoConfiguration
@EnableConfigurationProperties(MusicBrainzProperties.class)
class MusicBrainzAutoConfiguration {

    /** Over the limit all calls are refused until the pace has dropped, which is an average over a few seconds. */
    private static final Duration TOO_FAST = Duration.ofSeconds(3);

    /** An artist that every copy of MusicBrainz has. */
    private static final String VARIOUS_ARTISTS = "/artist/89ad4ac3-39f7-470e-963a-56509c546377?fmt=json";

    @Bean
    @Lazy
    MusicBrainzClient musicBrainzClient(ProviderHttpFactory factory, MusicBrainzProperties properties) {
        if (!properties.isConfigured()) {
            factory.switchOff(
                    MusicBrainzClient.PROVIDER,
                    "MUSICBRAINZ_CONTACT is not set, and MusicBrainz refuses callers that name no contact");
        }
        ProviderHttp http = factory.create(
                MusicBrainzClient.PROVIDER,
                new MusicBrainzDialect(factory.standardDialect(TOO_FAST)),
                Authorisation.none(),
                Map.of(HttpHeaders.USER_AGENT, properties.userAgent()),
                Request.get("artist", URI.create(properties.apiUrl() + VARIOUS_ARTISTS)));
        MusicBrainzClient client = new MusicBrainzClient(http, properties);
        factory.watch(MusicBrainzClient.PROVIDER, http, client::artistRequest, MusicBrainzReader::artist);
        return client;
    }
}
