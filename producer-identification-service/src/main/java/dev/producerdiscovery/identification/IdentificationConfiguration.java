package dev.producerdiscovery.identification;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.identification.evidence.EvidenceStore;
import dev.producerdiscovery.identification.genius.GeniusSource;
import dev.producerdiscovery.identification.musicbrainz.MusicBrainzSources;
import dev.producerdiscovery.identification.plan.CountedSource;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.plan.Identifier;
import dev.producerdiscovery.identification.song.SongReader;
import dev.producerdiscovery.identification.title.TitleSource;
import dev.producerdiscovery.provider.genius.GeniusClient;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the stage together; the order of the sources here is the order in which they are asked. */
@Configuration(proxyBeanMethods = false)
class IdentificationConfiguration {

    @Bean
    Identifier identifier(
            MusicBrainzClient musicBrainz,
            GeniusClient genius,
            JdbcClient jdbc,
            JsonMapper json,
            IdentificationProperties properties,
            MeterRegistry meters,
            InstantSource clock) {
        MusicBrainzSources sources = MusicBrainzSources.of(
                musicBrainz,
                jdbc,
                json,
                properties.askAgainAfter(),
                properties.releaseValidFor(),
                properties.releaseInMemory(),
                properties.maxReleases(),
                clock);
        // A source that is switched off is not in the plan: its park never ends, and no song could wait for that.
        List<CreditSource> cheapestFirst = Stream.of(
                        Stream.of(new TitleSource()),
                        Stream.of(musicBrainz.isConfigured() ? sources.byArtist() : sources.kept()),
                        Stream.of(new GeniusSource(
                                        genius,
                                        jdbc,
                                        json,
                                        properties.maxListPages(),
                                        properties.askAgainAfter(),
                                        properties.releaseInMemory(),
                                        clock))
                                .filter(source -> genius.isConfigured()),
                        Stream.of(sources.byIsrc()).filter(source -> musicBrainz.isConfigured()))
                .flatMap(source -> source)
                .peek(IdentificationConfiguration::requireCareForNames)
                .<CreditSource>map(source -> new CountedSource(source, meters))
                .toList();
        return new Identifier(cheapestFirst, properties.plan(), clock);
    }

    @Bean
    IdentificationWorker identificationWorker(
            Identifier identifier,
            JdbcClient jdbc,
            JsonMapper json,
            IdentificationProperties properties,
            InstantSource clock) {
        return new IdentificationWorker(
                new SongReader(jdbc, json, properties.patience()),
                new ListingPatience(properties.patience(), clock),
                identifier,
                new SongSettlements(new EvidenceStore(jdbc, json), properties.enrichRoles(), properties.enrichAfter()),
                properties.refreshAfter(),
                clock);
    }

    /** Else people would be found and silently never be shown as the source spells them. */
    private static void requireCareForNames(CreditSource source) {
        boolean described =
                Providers.named(source.name()).map(Provider::credits).isPresent();
        if (!described && !source.name().equals(TitleSource.NAME)) {
            throw new IllegalStateException("No descriptor says how carefully " + source.name() + " writes names");
        }
    }
}
