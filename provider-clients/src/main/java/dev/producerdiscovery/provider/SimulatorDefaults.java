package dev.producerdiscovery.provider;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where PRODUCER_DISCOVERY_SIMULATOR_URL names a simulator, lets it answer for each provider that has neither a key nor
 * an address, without a rate limit. Once Spotify is real it answers for nobody, because its made-up people have no
 * business among real songs.
 */
final class SimulatorDefaults implements EnvironmentPostProcessor {

    private static final String URL = "PRODUCER_DISCOVERY_SIMULATOR_URL";
    private static final String PROVIDERS = "producer-discovery.providers.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String simulator = environment.getProperty(URL, "").strip();
        if (simulator.isBlank() || isReal(environment, "SPOTIFY_CLIENT_ID", "SPOTIFY_API_URL")) {
            return;
        }
        Map<String, Object> properties = new HashMap<>(Map.of(
                PROVIDERS + "spotify.api-url",
                simulator + "/spotify/v1",
                PROVIDERS + "spotify.accounts-url",
                simulator + "/spotify-accounts",
                PROVIDERS + "spotify.client-id",
                "simulated",
                PROVIDERS + "spotify.client-secret",
                "simulated"));
        // A simulator costs nothing, changes its mind when a test tells it to, and need not be looked after.
        unlessSet(environment, "PROVIDER_CACHE_ENABLED", properties, PROVIDERS + "cache.enabled", "false");
        unlessSet(environment, "PROVIDER_SENTINEL_INTERVAL", properties, PROVIDERS + "sentinel.interval", "0");
        liftLimit(properties, environment, "spotify");
        if (!isReal(environment, "MUSICBRAINZ_API_URL", "MUSICBRAINZ_CONTACT")) {
            properties.put(PROVIDERS + "musicbrainz.api-url", simulator + "/musicbrainz/ws/2");
            // The simulator is as strict about it as MusicBrainz is.
            properties.put(PROVIDERS + "musicbrainz.contact", simulator);
            liftLimit(properties, environment, "musicbrainz");
        }
        if (!isReal(environment, "GENIUS_ACCESS_TOKEN", "GENIUS_API_URL")) {
            properties.put(PROVIDERS + "genius.api-url", simulator + "/genius");
            properties.put(PROVIDERS + "genius.access-token", "simulated");
            liftLimit(properties, environment, "genius");
        }
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("simulator", properties));
    }

    private static boolean isReal(ConfigurableEnvironment environment, String... variables) {
        for (String variable : variables) {
            if (!environment.getProperty(variable, "").isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static void liftLimit(
            Map<String, Object> properties, ConfigurableEnvironment environment, String provider) {
        unlessSet(
                environment,
                provider.toUpperCase(Locale.ROOT) + "_RATE_LIMIT",
                properties,
                "producer-discovery.budget.rates." + provider,
                "0");
    }

    private static void unlessSet(
            ConfigurableEnvironment environment,
            String variable,
            Map<String, Object> properties,
            String property,
            String value) {
        if (environment.getProperty(variable, "").isBlank()) {
            properties.put(property, value);
        }
    }
}
