package dev.producerdiscovery.simulator;

import dev.producerdiscovery.simulator.behaviour.BehaviourChange;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the simulator is like from the start.
 *
 * @param seed another seed, another catalogue
 * @param size number of artists with music of their own
 * @param developmentMode whether Spotify grants only what it grants to applications in Development Mode
 * @param tokenLife how long Spotify's access tokens are good for
 * @param latencyMs how long every provider takes to answer
 * @param providers what else is special, by the provider's path, such as {@code musicbrainz}
 */
@ConfigurationProperties("producer-discovery.simulator")
record SimulatorProperties(
        @DefaultValue("1") long seed,
        @DefaultValue("12") int size,
        @DefaultValue("false") boolean developmentMode,
        @DefaultValue("1h") Duration tokenLife,
        @DefaultValue("0") int latencyMs,
        @DefaultValue Map<String, BehaviourChange> providers) {}
