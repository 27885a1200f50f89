/** Messages that nobody could handle: why, and sending them back or away. */
@NullMarked
package dev.producerdiscovery.monitor.deadletters;

import org.jspecify.annotations.NullMarked;
