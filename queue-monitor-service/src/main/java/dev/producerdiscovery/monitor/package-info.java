/**
 * Watches the pipeline and keeps it going: queues, dead letters, budgets and health for programs and for operators, and
 * the timers that tidy up. What it does to queues, it does through the database's functions.
 */
@NullMarked
package dev.producerdiscovery.monitor;

import org.jspecify.annotations.NullMarked;
