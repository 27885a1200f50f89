/**
 * Clients of the outside music APIs, one package a provider. Every call goes through {@code provider.http}, which asks
 * the shared budget first and sorts what can go wrong into the kinds of failure that a worker understands.
 */
@NullMarked
package dev.producerdiscovery.provider;

import org.jspecify.annotations.NullMarked;
