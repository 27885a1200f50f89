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

    /** What a person should know when another catalogue answers from now on. */
    Optional<String> change(ProviderEnvironment providers) {
        return Optional.ofNullable(PropertiesFile.read(file).get(CATALOGUE))
                .filter(before -> !before.equals(providers.catalogue()))
                .map(before -> "From now on the catalogue is " + providers.catalogue()
                        + ", as this shell's variables say; it was " + before
                        + ". What was found stays (./fleet down --purge forgets all).");
    }

    boolean was(ProviderEnvironment providers) {
        return providers.fingerprint().equals(PropertiesFile.read(file).get(SETTINGS));
    }
}
