/** That the benchmarks run. */
@NullMarked
package dev.producerdiscovery.benchmarks.size;

import org.jspecify.annotations.NullMarked;
