/** Runs a worker by hand, one message at a time, on a real database: for the tests of services. */
@NullMarked
package dev.producerdiscovery.worker.testing;

import org.jspecify.annotations.NullMarked;
