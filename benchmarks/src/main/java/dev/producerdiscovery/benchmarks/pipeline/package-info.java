/** What a song costs, from the artist's name to who made it, with the real services. */
@NullMarked
package dev.producerdiscovery.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
