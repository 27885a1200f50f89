/** That the benchmarks run. */
@NullMarked
package dev.producerdiscovery.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
