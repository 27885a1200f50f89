/**
 * Asks each provider now and then for one thing that it is known to have, so that people hear of a provider that is down,
 * blocks us or has changed, also while no work needs it.
 */
@NullMarked
package dev.producerdiscovery.provider.sentinel;

import org.jspecify.annotations.NullMarked;
