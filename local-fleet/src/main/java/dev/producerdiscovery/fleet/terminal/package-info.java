/** What the command knows about the terminal it talks to: its letters, its width, and who has gone away. */
@NullMarked
package dev.producerdiscovery.fleet.terminal;

import org.jspecify.annotations.NullMarked;
