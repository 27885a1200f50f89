/**
 * The queue engines that are compared, each used in the way its documentation tells, and the process in which one of
 * them runs and obeys the measures.
 */
@NullMarked
package dev.producerdiscovery.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
