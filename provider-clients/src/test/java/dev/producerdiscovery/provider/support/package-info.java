/** What the tests of all clients share: a provider on a port, a budget in memory, a clock that obeys. */
@NullMarked
package dev.producerdiscovery.provider.support;

import org.jspecify.annotations.NullMarked;
