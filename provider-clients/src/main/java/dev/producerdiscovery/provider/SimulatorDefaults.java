package dev.producerdiscovery.provider;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Setting;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where PRODUCER_DISCOVERY_SIMULATOR_URL names a simulator, lets it answer for each provider that has neither a key nor
 * an address, without a rate limit. Once a catalogue is real, be it Spotify or MusicBrainz, it answers for nobody, because
 * its made-up people have no business among real songs. Who may not know Spotify's keys is told by
 * PRODUCER_DISCOVERY_SIMULATOR_OFF.
 */
final class SimulatorDefaults implements EnvironmentPostProcessor {

    private static final String URL = "PRODUCER_DISCOVERY_SIMULATOR_URL";
    private static final String OFF = "PRODUCER_DISCOVERY_SIMULATOR_OFF";
    private static final String NO_LIMIT = "0";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String simulator = value(environment, URL).strip();
        if (simulator.isBlank()
                || !value(environment, OFF).isBlank()
                || Providers.catalogues().stream().anyMatch(catalogue -> isReal(catalogue, environment))) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        for (Setting setting : Providers.commonSettings()) {
            simulate(setting, setting.simulated(), environment, properties);
        }
        for (Provider provider : Providers.all()) {
            if (provider.canBeSimulated() && !isReal(provider, environment)) {
                simulate(provider, simulator, environment, properties);
            }
        }
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("simulator", properties));
    }

    private static void simulate(
            Provider provider, String simulator, ConfigurableEnvironment environment, Map<String, Object> properties) {
        for (Setting setting : provider.settings()) {
            simulate(setting, setting.simulated().replace("{simulator}", simulator), environment, properties);
        }
        provider.rate().ifPresent(rate -> simulate(rate, NO_LIMIT, environment, properties));
    }

    /** What somebody has set holds for the simulator too. */
    private static void simulate(
            Setting setting, String simulated, ConfigurableEnvironment environment, Map<String, Object> properties) {
        if (!simulated.isEmpty() && value(environment, setting.variable()).isBlank()) {
            properties.put(setting.property(), simulated);
        }
    }

    private static boolean isReal(Provider provider, ConfigurableEnvironment environment) {
        return provider.isReal(variable -> value(environment, variable));
    }

    private static String value(ConfigurableEnvironment environment, String variable) {
        return environment.getProperty(variable, "");
    }
}
