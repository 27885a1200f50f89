package dev.producerdiscovery.provider.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * A provider that can be examined.
 *
 * @param ask given the id of something well-known, tells how the provider does; empty when it may not be asked now
 */
public record Watch(String provider, Function<String, Optional<Examination>> ask) {}
