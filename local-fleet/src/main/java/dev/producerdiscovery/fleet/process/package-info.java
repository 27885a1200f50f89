/** What the fleet is made of, and how its processes are started, recognised again and stopped. */
@NullMarked
package dev.producerdiscovery.fleet.process;

import org.jspecify.annotations.NullMarked;
