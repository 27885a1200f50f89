/** That figures are told as they are. */
@NullMarked
package dev.producerdiscovery.benchmarks.report;

import org.jspecify.annotations.NullMarked;
