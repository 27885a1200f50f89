/** The {@code ./fleet} command: starts, watches and stops the whole system on one machine. */
@NullMarked
package dev.producerdiscovery.fleet;

import org.jspecify.annotations.NullMarked;
