package dev.producerdiscovery.fleet.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers with which keys, addresses and tokens the fleet was started, none of them in the clear. Whoever stops it for
 * a while and has others in the shell must not start it with those: it would ask other providers, or let everybody in.
 */
record StartedWith(Path file) {

    private static final String SETTINGS = "settings";
    private static final String CATALOGUE = "catalogue";

    static StartedWith in(FleetHome home) {
        return new StartedWith(home.run().resolve("started-with.properties"));
    }

    void remember(ProviderEnvironment providers) {
        PropertiesFile.write(file, Map.of(SETTINGS, providers.fingerprint(), CATALOGUE, providers.catalogue()));
    }

    /** Which catalogue answered, if it was another one. */
    Optional<String> otherCatalogue(ProviderEnvironment providers) {
        return Optional.ofNullable(PropertiesFile.read(file).get(CATALOGUE))
                .filter(catalogue -> !catalogue.equals(providers.catalogue()));
    }

    boolean was(ProviderEnvironment providers) {
        return providers.fingerprint().equals(PropertiesFile.read(file).get(SETTINGS));
    }
}
