package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.ArtistDump;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MusicBrainzConfiguration {

    /** @param validFor how old a dump may become */
    @Bean
    ArtistDump artistDump(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            @Value("${producer-discovery.artist-discovery.dump-valid-for:90d}") Duration validFor) {
        return new ArtistDump(new ReleaseDump(jdbc, json, validFor, clock), jdbc, json);
    }
}
