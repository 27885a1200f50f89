package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passes the providers' keys and addresses of the environment on to the services, and decides whether the simulator is
 * needed: it answers for every provider that has neither. Once Spotify is real it answers for nobody, because its
 * made-up people have no business among real songs.
 */
final class ProviderEnvironment {

    private static final String OURS = "PRODUCER_DISCOVERY_";
    private static final String SIMULATOR = "PRODUCER_DISCOVERY_SIMULATOR_URL";

    /** What the simulator itself is told, such as how large its catalogue is. */
    private static final String OF_THE_SIMULATOR = "SIMULATOR_";

    private static final Set<String> VARIABLES = Stream.concat(
                    Providers.commonSettings().stream(),
                    Providers.all().stream().flatMap(provider -> provider.settings().stream()))
            .map(Setting::variable)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> given = new TreeMap<>();
    private final Map<String, String> ofTheSimulator = new TreeMap<>();

    ProviderEnvironment(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if ((name.startsWith(OURS) || VARIABLES.contains(name)) && !value.isBlank()) {
                given.put(name, value);
            }
            if (name.startsWith(OF_THE_SIMULATOR) && !value.isBlank()) {
                ofTheSimulator.put(name, value);
            }
        });
    }

    boolean simulated() {
        return !isReal(Providers.leading());
    }

    /** What the services need to find their providers. Holds keys: never print it. */
    Map<String, String> environment(String simulator) {
        Map<String, String> environment = new HashMap<>(given);
        if (simulated()) {
            environment.put(SIMULATOR, simulator);
        } else if (environment.containsKey(SIMULATOR)) {
            // Not every service may know the key that tells that Spotify is real.
            environment.put("PRODUCER_DISCOVERY_SIMULATOR_OFF", "yes");
        }
        return environment;
    }

    /** What the simulator needs to know of what it is to be. */
    Map<String, String> simulatorEnvironment() {
        return Map.copyOf(ofTheSimulator);
    }

    /** Changes with every setting; holds no key in the clear. */
    String fingerprint() {
        return Fingerprint.of(given.toString());
    }

    /** For a person to read: who answers, without any key. */
    String describe() {
        return simulated()
                ? "the simulator (a made-up catalogue; set SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET for real music)"
                : Providers.all().stream()
                        .filter(this::isReal)
                        .map(Provider::title)
                        .collect(Collectors.joining(", "));
    }

    private boolean isReal(Provider provider) {
        return provider.isReal(variable -> given.getOrDefault(variable, ""));
    }
}
