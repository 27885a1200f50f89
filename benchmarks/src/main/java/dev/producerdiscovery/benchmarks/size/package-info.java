/** How fast a large database answers. */
@NullMarked
package dev.producerdiscovery.benchmarks.size;

import org.jspecify.annotations.NullMarked;
