/**
 * The made-up world that every provider's face renders from: acts, releases, recordings, lyrics pages and the people
 * behind them, generated from a seed and a size. Pure: no Spring, no clock, no shared state.
 */
@NullMarked
package dev.producerdiscovery.simulator.catalogue;

import org.jspecify.annotations.NullMarked;
