package dev.producerdiscovery.trackdiscovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tracks are read of MusicBrainz.
 *
 * @param releaseValidFor how long a release is used without reading it again, and how old a dump may become
 * @param releaseInMemory how long what the database keeps of releases is used without looking there again
 */
@ConfigurationProperties("producer-discovery.track-discovery")
record TrackDiscoveryProperties(
        @DefaultValue("90d") Duration releaseValidFor,
        @DefaultValue("1m") Duration releaseInMemory) {}
