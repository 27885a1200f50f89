/** JSON objects in the order they are written down. */
@NullMarked
package dev.producerdiscovery.simulator.json;

import org.jspecify.annotations.NullMarked;
