package dev.producerdiscovery.provider;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.ProviderEndpoint;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the descriptors say of configuration, as properties. */
final class DescribedDefaults {

    private static final String TIMES = "producer-discovery.providers.cache.times.";

    private DescribedDefaults() {}

    static Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        Providers.commonSettings().forEach(setting -> put(properties, setting));
        for (Provider provider : Providers.all()) {
            provider.settings().forEach(setting -> put(properties, setting));
            provider.endpoints().stream()
                    .filter(endpoint -> endpoint.keptFor().isPositive())
                    .forEach(endpoint ->
                            properties.put(TIMES + provider.name() + "." + endpoint.name(), time(endpoint)));
        }
        return properties;
    }

    private static void put(Map<String, Object> properties, Setting setting) {
        properties.put(setting.property(), setting.placeholder());
    }

    private static String time(ProviderEndpoint endpoint) {
        return endpoint.keptFor().toDays() + "d";
    }
}
