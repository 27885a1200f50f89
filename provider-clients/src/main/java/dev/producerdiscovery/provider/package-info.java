/**
 * Clients of the outside music APIs, one package a provider. Every question goes through {@code provider.http}: what
 * {@code provider.cache} has at hand costs no call; else it asks the shared budget first and sorts what can go wrong into
 * the kinds of failure that a worker understands. {@code provider.sentinel} looks at the providers now and then.
 */
@NullMarked
package dev.producerdiscovery.provider;

import org.jspecify.annotations.NullMarked;
