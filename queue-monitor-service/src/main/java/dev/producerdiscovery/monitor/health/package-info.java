/** How the whole is: the health report, what workers complain of, and how far the latest runs are. */
@NullMarked
package dev.producerdiscovery.monitor.health;

import org.jspecify.annotations.NullMarked;
