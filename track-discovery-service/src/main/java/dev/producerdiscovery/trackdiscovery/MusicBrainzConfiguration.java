package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseSheets;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MusicBrainzConfiguration {

    @Bean
    ReleaseSheets releaseSheets(
            MusicBrainzClient client,
            JdbcClient jdbc,
            JsonMapper json,
            TrackDiscoveryProperties properties,
            Clock clock) {
        return new ReleaseSheets(
                client,
                new SheetStore(jdbc, json),
                new ReleaseDump(jdbc, json, properties.releaseValidFor(), clock),
                properties.releaseValidFor(),
                properties.releaseInMemory(),
                clock);
    }
}
