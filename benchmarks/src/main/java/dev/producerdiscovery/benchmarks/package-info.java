/** What is measured, a subcommand each. */
@NullMarked
package dev.producerdiscovery.benchmarks;

import org.jspecify.annotations.NullMarked;
