/** The subcommands of {@code ./fleet}. */
@NullMarked
package dev.producerdiscovery.fleet.command;

import org.jspecify.annotations.NullMarked;
