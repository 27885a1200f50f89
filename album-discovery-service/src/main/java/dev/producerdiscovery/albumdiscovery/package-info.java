/** Stage 2 of the pipeline: stores an artist's albums, a page at a time, and sends each on to have its tracks found. */
@NullMarked
package dev.producerdiscovery.albumdiscovery;

import org.jspecify.annotations.NullMarked;
