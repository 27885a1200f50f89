/**
 * What a perfect discovery would find in the catalogue: who made each song as far as any source tells, and who must not
 * be credited though a careless match would. Pure.
 */
@NullMarked
package dev.producerdiscovery.simulator.truth;

import org.jspecify.annotations.NullMarked;
