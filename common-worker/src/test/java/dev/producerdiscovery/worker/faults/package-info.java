/**
 * What goes wrong in practice, done to workers on a real database and a real Redis. Each test asserts the same: every
 * message took effect exactly once, and nothing is left or dead.
 */
@NullMarked
package dev.producerdiscovery.worker.faults;

import org.jspecify.annotations.NullMarked;
