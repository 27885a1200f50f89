/**
 * The one door to every provider: budget first, then the call, then a typed outcome. Failures of a single item are told
 * apart from a provider that is down, throttles, or refuses our account.
 */
@NullMarked
package dev.producerdiscovery.provider.http;

import org.jspecify.annotations.NullMarked;
