/** How the outside APIs do. */
@NullMarked
package dev.producerdiscovery.monitor.providers;

import org.jspecify.annotations.NullMarked;
