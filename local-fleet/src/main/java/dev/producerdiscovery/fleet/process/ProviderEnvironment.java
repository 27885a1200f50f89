package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.descriptor.MusicCatalogue;
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
 * needed: it answers for every provider that has neither. Once a catalogue is real, be it Spotify or MusicBrainz, it answers
 * for nobody, because its made-up people have no business among real songs.
 */
final class ProviderEnvironment {

    private static final String OURS = "PRODUCER_DISCOVERY_";
    private static final String SIMULATOR = "PRODUCER_DISCOVERY_SIMULATOR_URL";
    /** Also set by who has nothing but an imported dump, and wants no made-up music beside it. */
    private static final String OFF = "PRODUCER_DISCOVERY_SIMULATOR_OFF";

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
        return !given.containsKey(OFF) && Providers.catalogues().stream().noneMatch(this::isReal);
    }

    /** For a person to read: where artists, albums and tracks come from unless a run asks for another catalogue. */
    String catalogue() {
        return simulated() ? "the simulator" : leading().title();
    }

    /** @throws FleetException when it is known beforehand that the catalogue cannot be asked */
    void require(MusicCatalogue catalogue) {
        // MusicBrainz may be imported, which is not known before the database is looked at.
        if (catalogue == MusicCatalogue.SPOTIFY && !simulated() && !leading().equals(Providers.of(catalogue))) {
            throw new FleetException("Spotify cannot be asked, so nothing was started: SPOTIFY_CLIENT_ID and"
                    + " SPOTIFY_CLIENT_SECRET are not both set in this shell. Set them, or let MusicBrainz answer:"
                    + " ./fleet discover --catalogue musicbrainz …");
        }
    }

    /** As the service that starts runs decides it: Spotify can be asked with all of its keys only. */
    private Provider leading() {
        Provider spotify = Providers.of(MusicCatalogue.SPOTIFY);
        return spotify.hasKeys(this::valueOf) ? spotify : Providers.of(MusicCatalogue.MUSICBRAINZ);
    }

    /** What the services need to find their providers. Holds keys: never print it. */
    Map<String, String> environment(String simulator) {
        Map<String, String> environment = new HashMap<>(given);
        if (simulated()) {
            environment.put(SIMULATOR, simulator);
        } else if (environment.containsKey(SIMULATOR)) {
            // Not every service may know the key that tells that Spotify is real.
            environment.put(OFF, "yes");
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
        if (simulated()) {
            return "the simulator (a made-up catalogue; " + RealMusic.HOW + ")";
        }
        return Stream.concat(
                        Stream.of(leading().title() + " as catalogue"),
                        Providers.all().stream()
                                .filter(provider -> isReal(provider) && !provider.equals(leading()))
                                .map(Provider::title))
                .collect(Collectors.joining(", "));
    }

    private boolean isReal(Provider provider) {
        return provider.isReal(this::valueOf);
    }

    private String valueOf(String variable) {
        return given.getOrDefault(variable, "");
    }
}
