/** Jobs that run by the clock, each in one replica at a time. Every job is one call into the database. */
@NullMarked
package dev.producerdiscovery.monitor.timers;

import org.jspecify.annotations.NullMarked;
