package dev.producerdiscovery.provider.conformance;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a provider's client can be asked. Found by its name, which is the provider's title and "Operations", in
 * the provider's package.
 */
public interface Operations {

    List<Operation> all();

    static List<Operation> ofEveryProvider() {
        return Providers.all().stream()
                .flatMap(provider -> of(provider).stream())
                .toList();
    }

    static List<Operation> of(Provider provider) {
        try {
            Class<?> found = Class.forName(
                    "dev.producerdiscovery.provider." + provider.name() + "." + provider.title() + "Operations");
            return ((Operations) found.getDeclaredConstructor().newInstance()).all();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    provider.title() + " brings no operations that its client could be tried with", e);
        }
    }

    /** By operation and place: what may be missing from an answer without making it worth another call. */
    static List<String> mayBeMissing() {
        return Providers.all().stream()
                .flatMap(Operations::mayBeMissing)
                .sorted()
                .toList();
    }

    private static Stream<String> mayBeMissing(Provider provider) {
        String file = "/answers/" + provider.name() + "-may-be-missing.txt";
        try (InputStream stream = Operations.class.getResourceAsStream(file)) {
            return stream == null ? Stream.of() : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
