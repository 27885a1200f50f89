/** One discovery run as seen from a terminal: asked for, followed, and shown. */
@NullMarked
package dev.producerdiscovery.fleet.run;

import org.jspecify.annotations.NullMarked;
