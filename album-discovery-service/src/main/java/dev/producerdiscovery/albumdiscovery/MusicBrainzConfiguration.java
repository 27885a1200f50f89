package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MusicBrainzConfiguration {

    @Bean
    SheetStore sheetStore(JdbcClient jdbc, JsonMapper json) {
        return new SheetStore(jdbc, json);
    }

    @Bean
    ReleaseDump releaseDump(JdbcClient jdbc, JsonMapper json, AlbumDiscoveryProperties properties, Clock clock) {
        return new ReleaseDump(jdbc, json, properties.releaseValidFor(), clock);
    }
}
