/** That nothing is miscounted. */
@NullMarked
package dev.producerdiscovery.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
