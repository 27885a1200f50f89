/** Which sources are asked about a song, in which order, and when that is enough. */
@NullMarked
package dev.producerdiscovery.identification.plan;

import org.jspecify.annotations.NullMarked;
