/** That the benchmarks run. */
@NullMarked
package dev.producerdiscovery.benchmarks;

import org.jspecify.annotations.NullMarked;
