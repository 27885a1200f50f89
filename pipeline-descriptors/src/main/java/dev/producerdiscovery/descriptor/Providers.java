package dev.producerdiscovery.descriptor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All providers. */
public final class Providers {

    private static final List<Provider> ALL =
            ServiceLoader.load(ProviderDescriptor.class, Providers.class.getClassLoader()).stream()
                    .map(descriptor -> descriptor.get().describe())
                    .toList();

    private static final List<Setting> COMMON = List.of(
            new Setting(
                    Provider.PROPERTIES + "cache.enabled",
                    "PROVIDER_CACHE_ENABLED",
                    Setting.Kind.OPTION,
                    "true",
                    // A simulator costs nothing, changes its mind when a test tells it to, and need not be
                    // looked after.
                    "false",
                    "`false` keeps [no answers](#answers-that-are-kept)"),
            new Setting(
                    Provider.PROPERTIES + "sentinel.interval",
                    "PROVIDER_SENTINEL_INTERVAL",
                    Setting.Kind.OPTION,
                    "1h",
                    "0",
                    "how often [each provider is looked at](#looking-at-the-providers), `1h` by default; 0 for never"));

    private Providers() {}

    public static List<Provider> all() {
        return ALL;
    }

    /** Those whose songs, albums and artists all others are asked about. Once one of them is real, nobody is simulated. */
    public static List<Provider> catalogues() {
        return Stream.of(MusicCatalogue.values()).map(Providers::of).toList();
    }

    /** The provider that a catalogue is. */
    public static Provider of(MusicCatalogue catalogue) {
        return named(catalogue.word()).orElseThrow();
    }

    /** What configures all clients alike. */
    public static List<Setting> commonSettings() {
        return COMMON;
    }

    public static Optional<Provider> named(String name) {
        return ALL.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }

    static List<Provider> askedBy(Stage stage, Collection<Provider> providers) {
        return providers.stream().filter(provider -> provider.isAskedBy(stage)).toList();
    }
}
