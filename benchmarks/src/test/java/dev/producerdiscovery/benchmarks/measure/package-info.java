/** That what measures the queues does. */
@NullMarked
package dev.producerdiscovery.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
