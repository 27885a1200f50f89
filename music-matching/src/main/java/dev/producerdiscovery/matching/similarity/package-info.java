/** How alike two names or titles are, between 0 and 1. */
@NullMarked
package dev.producerdiscovery.matching.similarity;

import org.jspecify.annotations.NullMarked;
